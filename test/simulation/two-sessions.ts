import type { World } from "./world.ts";

/**
 * Notices where two tabs have each made a session without Web Locks: since there was no storage for leases, or the first
 * tab stood still for longer than a lease in the middle of it. The second took the place of the first, whose tab goes on with it until it is loaded anew. Nothing is promised of such a browser but
 * that what is written goes out (docs/architecture.md, "What the core guarantees, and where").
 */
export class TwoSessions {
  were = false;

  constructor(world: World) {
    const { leases } = world.browser;
    if (!leases) return;
    world.values.onOverwritten = (session) => {
      const stood = !world.backend.hasEnded(session) && !world.backend.wasLeft(session);
      if (leases.mayHaveBeenLost && stood) this.were = true;
    };
  }
}
