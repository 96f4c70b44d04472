import type { Json } from "./present.ts";

/** What a message may carry besides its author. */
export interface Draft {
  readonly body: string;
  /** The sender's idempotency key; `null` for what the server writes itself. */
  readonly clientId?: string | null;
  /** Rows of the protocol, ready to be shown. */
  readonly attachments?: readonly Json[];
  readonly quickReplies?: readonly Json[];
  readonly cards?: readonly Json[];
  readonly replyTo?: Json | null;
}

/** @internal code points, as JSON Schema counts them */
export const BODY_MAX_CHARACTERS = 10_000;
