/** What befalls one REST request. `…-after`: the backend has committed, and the page does not learn of it. */
export type RestFault =
  | "lost-before"
  | "lost-after"
  | "hang-before"
  | "hang-after"
  | "error-before"
  | "error-after"
  | "unavailable"
  | "too-many"
  | "timed-out"
  | "html"
  | "empty-after"
  | "stalls-after"
  | "refused";

/** How a frame arrives damaged: no JSON; JSON that breaks the contract; after a frame of a type nobody knows. */
export type FrameDamage = "text" | "content" | "unknown";

/** The server dies on its way through a change: all is committed, and nobody is told of it, or only who asked is not. */
export interface ServerCrash {
  readonly at: "before-broadcast" | "before-response";
  /** For how long it is gone, in milliseconds. */
  readonly ms: number;
  readonly answers503: boolean;
}

/** How a server refuses what is in order: the subscription, or whoever knocks, with a `disconnect` that says not to come again. */
export type Refusal = "reject_subscription" | "unauthorized" | "invalid_request";

/** How the network and the backend fare right now. Times are the world's, in milliseconds. */
export class Conditions {
  /** Until then no server answers. */
  downUntil = 0;
  /** Whether the proxy in front answers 503 while the server is down, or nobody does. */
  downAnswers503 = false;
  /** Until then a new socket stays in CONNECTING. */
  stuckUntil = 0;
  /** Until then something on the way ends every WebSocket, and lets everything else pass. */
  socketlessUntil = 0;
  /** Until then most broadcasts vanish, while everything else looks healthy. */
  vanishUntil = 0;
  /** Until then the server ignores `subscribe`. */
  deafUntil = 0;
  /** Until then the server refuses, in this way. */
  refusingUntil = 0;
  refusal: Refusal = "reject_subscription";
  /** Until then REST takes seconds. */
  slowUntil = 0;
  /** The machine has no network. */
  offline = false;
  /** How long after its confirmation a stream may really be attached, in milliseconds (docs/backends.md). */
  attachLagMs = 0;
  /** One for each of the next requests. */
  readonly restFaults: RestFault[] = [];
  /** Befalls the next change that gets so far. */
  serverCrash: ServerCrash | null = null;
  /** One for each of the next broadcasts. */
  readonly damages: FrameDamage[] = [];

  /** All is well from now on. */
  heal(): void {
    this.socketlessUntil = 0;
    this.refusingUntil = 0;
    this.downUntil = this.stuckUntil = this.vanishUntil = this.deafUntil = this.slowUntil = 0;
    this.offline = false;
    this.attachLagMs = 0;
    this.restFaults.length = 0;
    this.serverCrash = null;
    this.damages.length = 0;
  }
}
