import type { SimPage } from "../simulation/sim-page.ts";
import { World } from "../simulation/world.ts";

/** A world without faults; what the simulation found in chance is shown here step by step. */
export function calmWorld(history: number | null): World {
  const backend = { revisions: true, numericIds: false, pageSize: 100, bootstrapSize: 2 };
  const network = { reorderMs: 0, duplicateChance: 0 };
  return new World({ seed: 1, backend, network, history, identifies: false, elsewhere: 0, tabs: 1, commands: [] });
}

/** What a page shows. */
export function bodies({ chat }: SimPage): string[] {
  return chat.messages.map(({ body }) => body);
}
