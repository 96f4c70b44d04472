import { newSession } from "../../src/core/session-secret.ts";
import { SESSION_KEY } from "./sim-page.ts";
import type { World } from "./world.ts";

/** The visitor has been here before, and finds so many messages. */
export function visitBefore(world: World, messages: number): void {
  const { backend, random, values } = world;
  const session = newSession(random);
  values.open({ deliver: (what) => what() }).set(SESSION_KEY, session);
  if (messages === 0) return;
  backend.send(session, { client_id: random.uuid(), body: "visitor, earlier" });
  for (let count = 1; count < messages; count += 1) world.agentWrites();
}
