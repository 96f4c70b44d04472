import type { Agent } from "./agent.ts";
import type { Backend } from "./backend.ts";
import type { Suite } from "./suite.ts";

/** What every group of claims is given. */
export interface Context {
  readonly suite: Suite;
  readonly backend: Backend;
  readonly agent: Agent;
}
