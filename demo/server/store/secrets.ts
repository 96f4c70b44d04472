import { randomBytes } from "node:crypto";
import type { Database } from "./database.ts";

/** Secrets the server makes for itself and keeps with the data. */
export class Secrets {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** The secret of that name; made at the first call. */
  get(name: string): string {
    const sql =
      "INSERT INTO secrets (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = value RETURNING value";
    const row = this.#db.one<{ value: string }>(sql, name, randomBytes(32).toString("hex"));
    if (!row) throw new Error("An upsert of a secret returned no row.");
    return row.value;
  }
}
