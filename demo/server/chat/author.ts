import type { ContactRow } from "../store/contacts.ts";
import type { SessionRow } from "../store/sessions.ts";

/** Who writes. */
export interface Author {
  readonly type: "visitor" | "agent" | "bot" | "system";
  readonly id: string | null;
  readonly name: string | null;
  readonly avatarUrl: string | null;
}

/** The visitor behind a session: the contact where the host application vouches for one, else nobody by name. */
export function visitorOf(session: SessionRow, contact: ContactRow | null): Author {
  const id = contact ? `contact-${contact.id}` : `session-${session.id}`;
  return { type: "visitor", id, name: contact?.name ?? null, avatarUrl: null };
}
