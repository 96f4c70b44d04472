import type { CablechatError } from "../core/errors.ts";
import type { Attachment, AuthorType, ShownMessage } from "../core/message.ts";

/** A message of one's own on its way out. */
export interface PendingMessage {
  clientId: string;
  body: string;
  /** Of the files that go with it. @default none */
  files?: readonly Attachment[] | undefined;
  error: CablechatError | null;
}

/** @param own whose it is */
export function shownPending({ clientId, body, files = [], error }: PendingMessage, own: AuthorType): ShownMessage {
  return {
    key: clientId,
    id: null,
    clientId,
    conversation: null,
    revision: null,
    author: { type: own, id: null, name: null, avatarUrl: null },
    state: "complete",
    body,
    chunk: null,
    attachments: files,
    reactions: [],
    createdAt: null,
    editedAt: null,
    delivery: error ? "failed" : "pending",
    error,
    stopping: false,
  };
}
