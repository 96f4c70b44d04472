import type { Database } from "./database.ts";

export interface ContactRow {
  readonly id: number;
  readonly identifier: string;
  readonly name: string | null;
  readonly email: string | null;
  /** JSON object. */
  readonly attributes: string;
}

export interface ContactDetails {
  readonly identifier: string;
  readonly name?: string | null;
  readonly email?: string | null;
  readonly attributes?: Readonly<Record<string, unknown>>;
}

/** People the host application vouches for. */
export class Contacts {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  find(id: number | null): ContactRow | null {
    if (id === null) return null;
    return this.#db.one<ContactRow>("SELECT id, identifier, name, email, attributes FROM contacts WHERE id = ?", id);
  }

  /** What is left out stays as it was; attributes are merged by name. */
  upsert(webchat: string, { identifier, name = null, email = null, attributes = {} }: ContactDetails): ContactRow {
    const contact = this.#db.one<ContactRow>(
      `INSERT INTO contacts (webchat, identifier, name, email, attributes) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (webchat, identifier) DO UPDATE SET name = COALESCE(excluded.name, name),
         email = COALESCE(excluded.email, email), attributes = json_patch(attributes, excluded.attributes)
       RETURNING id, identifier, name, email, attributes`,
      webchat,
      identifier,
      name,
      email,
      JSON.stringify(attributes),
    );
    if (!contact) throw new Error("An upsert of a contact returned no row.");
    return contact;
  }
}
