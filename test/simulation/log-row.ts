import type { Upload } from "./backend-uploads.ts";

export type RowState = "complete" | "streaming" | "cancelled" | "failed" | "deleted";

/** A message as the backend's database holds it. */
export interface LogRow {
  readonly id: string;
  readonly clientId: string | null;
  readonly author: "visitor" | "agent";
  /** Under which session it was sent; `null` where an agent wrote it. */
  readonly session: string | null;
  readonly createdAt: string;
  /** The revision it was created at; counted also where the backend tells nobody. */
  readonly createdRevision: number;
  revision: number;
  state: RowState;
  body: string;
  readonly attachments: readonly Upload[];
  chunk: number | null;
  editedAt: string | null;
  /** How often each was given. */
  readonly reactions: Map<string, number>;
  /** Every text it ever had. */
  readonly texts: Set<string>;
}
