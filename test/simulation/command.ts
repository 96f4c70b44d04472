import type { FrameDamage, Refusal, RestFault, ServerCrash } from "./conditions.ts";
import type { Trap } from "./traps.ts";

/** What happens in one step. Times in milliseconds; `pick` chooses among what is there, in [0, 1). */
type Deed =
  | { readonly type: "wait"; readonly ms: number }
  | { readonly type: "send"; readonly count: number; readonly files?: number }
  /** In all tabs at once. */
  | { readonly type: "send-everywhere"; readonly count: number }
  | { readonly type: "agent"; readonly count: number }
  | { readonly type: "edit"; readonly pick: number }
  | { readonly type: "delete"; readonly pick: number }
  /** An agent reacts to a message. */
  | { readonly type: "react"; readonly pick: number }
  | { readonly type: "stream"; readonly chunks: number; readonly gapMs: number }
  | { readonly type: "close-conversation" }
  /** The visitor wants the reply stopped that streams. */
  | { readonly type: "cancel" }
  /** The host's page says who the visitor is. */
  | { readonly type: "identify" }
  /** The visitor signs out. */
  | { readonly type: "reset" }
  | { readonly type: "open" }
  | { readonly type: "close" }
  | { readonly type: "load-older" }
  | { readonly type: "retry" }
  | { readonly type: "discard" }
  | { readonly type: "drop" }
  | { readonly type: "half-open" }
  | { readonly type: "stuck"; readonly ms: number }
  | { readonly type: "socketless"; readonly ms: number }
  /** Nothing but WebSockets fails, until it is seen that what is written arrives. */
  | { readonly type: "poll" }
  | { readonly type: "end-session" }
  /** The backend throws away what was uploaded and belongs to no message. */
  | { readonly type: "uploads-expire" }
  | { readonly type: "refuse"; readonly how: Refusal; readonly ms: number }
  /** Nothing but this fails, and it does for good: until it is seen that nobody goes on knocking. */
  | { readonly type: "refuse-for-good"; readonly how: Refusal }
  | { readonly type: "down"; readonly ms: number; readonly farewell: boolean; readonly answers503: boolean }
  | { readonly type: "server-crash"; readonly crash: ServerCrash }
  | { readonly type: "trap"; readonly trap: Trap }
  | { readonly type: "open-tab" }
  | { readonly type: "close-tab"; readonly how: "destroyed" | "killed"; readonly writesSurvive: boolean }
  | { readonly type: "vanish"; readonly ms: number }
  | { readonly type: "deaf"; readonly ms: number }
  | { readonly type: "slow"; readonly ms: number }
  | { readonly type: "attach-lag"; readonly ms: number }
  | { readonly type: "rest"; readonly faults: readonly RestFault[] }
  | { readonly type: "damage"; readonly damages: readonly FrameDamage[] }
  | { readonly type: "visible"; readonly visible: boolean }
  | { readonly type: "network"; readonly online: boolean; readonly told: boolean }
  | { readonly type: "restored" }
  | { readonly type: "suspend"; readonly ms: number; readonly clockStops: boolean; readonly networkDies: boolean }
  /** The browser has no room for anything more, whichever page asks. */
  | { readonly type: "storage-full"; readonly ms: number }
  /** The page loses its storage, as where a browser has closed the database. */
  | { readonly type: "storage-lost" }
  | { readonly type: "wall-jump"; readonly ms: number }
  | {
      readonly type: "reload";
      readonly how: "destroyed" | "destroyed-by-listener" | "crashed";
      readonly writesSurvive: boolean;
    };

/** One step of a schedule. `tab`: whose, where it is a tab's; the first one's where there is none. */
export type Command = Deed & { readonly tab?: number };
