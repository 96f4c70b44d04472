import type { Message } from "./message.ts";

/**
 * What a tab tells the others of its browser. What has no other content says: look what is stored to be sent.
 *
 * It is taken as it comes. Who can speak on the channel runs scripts in the same origin, and could read the session and
 * write into the storage as well; what another build of this script says is kept apart by the channel's name.
 */
export interface TabNews {
  /** Whose it is. Nobody else's tab listens. */
  readonly session: string | null;
  /** The backend has this message. It is no word about those before it. */
  readonly message?: Message;
  /** It is the answer to what the visitor has sent. */
  readonly sent?: boolean;
  /** The visitor has read up to this message. */
  readonly seen?: string;
  /** The visitor wants this reply stopped. Every tab asks for it: whichever is closed meanwhile, another goes on. */
  readonly stopping?: string;
  /** The visitor has signed out. */
  readonly reset?: boolean;
}

/** Changes with the shape above: after a deploy, pages of both builds may be open. */
export const TAB_NEWS_VERSION = 2;
