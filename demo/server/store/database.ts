import { chmodSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import Libsql from "libsql";
import { ConfigError } from "../config-error.ts";
import { MIGRATIONS } from "./schema.ts";

export type SqlValue = string | number | null;

export interface RunResult {
  readonly changes: number;
  readonly lastInsertRowid: number;
}

/** How long to wait for another process to leave the file, in milliseconds: a predecessor may still be stopping. */
const BUSY_TIMEOUT_MS = 3_000;

/**
 * The one SQLite file. Every write is one IMMEDIATE transaction with `synchronous=FULL`: once a call has returned,
 * neither `kill -9` nor a power cut takes it back.
 *
 * The file is held exclusively: a second server on the same data would take this one's streaming replies for dead.
 */
export class Database {
  readonly #libsql: Libsql.Database;
  readonly #statements = new Map<string, Libsql.Statement>();
  #afterCommit: (() => void)[] | null = null;

  /**
   * @param path a file, or `:memory:`
   * @throws ConfigError where the file cannot be opened, or another server holds it
   */
  constructor(path: string) {
    try {
      this.#libsql = new Libsql(path, { timeout: BUSY_TIMEOUT_MS });
      this.all("PRAGMA locking_mode = EXCLUSIVE");
      this.all("PRAGMA journal_mode = WAL");
      this.all("PRAGMA synchronous = FULL");
      this.all("PRAGMA foreign_keys = ON");
      this.#migrate();
    } catch (error) {
      throw explain(error, path);
    }
  }

  /** Opens the file in `dataDir`, which is made where it is missing and readable by its owner only. */
  static in(dataDir: string): Database {
    try {
      mkdirSync(dataDir, { recursive: true, mode: 0o700 });
      chmodSync(dataDir, 0o700);
    } catch (error) {
      throw explain(error, dataDir);
    }
    return new Database(join(dataDir, "cablechat.sqlite3"));
  }

  /** Rows are plain objects by column name. */
  all<Row extends object>(sql: string, ...values: SqlValue[]): Row[] {
    // `all` rather than libsql's `get`: it steps the statement to its end, so that nothing keeps a read lock.
    return this.#statement(sql).all(...values.map(storable)) as Row[];
  }

  one<Row extends object>(sql: string, ...values: SqlValue[]): Row | null {
    return this.all<Row>(sql, ...values)[0] ?? null;
  }

  run(sql: string, ...values: SqlValue[]): RunResult {
    const { changes, lastInsertRowid } = this.#statement(sql).run(...values.map(storable));
    return { changes, lastInsertRowid: Number(lastInsertRowid) };
  }

  /** Runs `work` under the write lock; joins a transaction that is already open. */
  transaction<T>(work: () => T): T {
    if (this.#afterCommit) return work();
    const afterCommit: (() => void)[] = [];
    this.#afterCommit = afterCommit;
    let result: T;
    try {
      this.#libsql.exec("BEGIN IMMEDIATE");
      try {
        result = work();
        this.#libsql.exec("COMMIT");
      } catch (error) {
        if (this.#libsql.inTransaction) this.#libsql.exec("ROLLBACK");
        throw error;
      }
    } finally {
      this.#afterCommit = null;
    }
    for (const task of afterCommit) task();
    return result;
  }

  /** Runs `task` once the open transaction has committed, never where it rolls back (protocol/README.md, promise 2). */
  afterCommit(task: () => void): void {
    if (this.#afterCommit) this.#afterCommit.push(task);
    else task();
  }

  close(): void {
    this.#statements.clear();
    this.#libsql.close();
  }

  #statement(sql: string): Libsql.Statement {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#libsql.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  #migrate(): void {
    const version = this.one<{ user_version: number }>("PRAGMA user_version")?.user_version ?? 0;
    if (version > MIGRATIONS.length) throw new ConfigError("The data is of a newer version of this server.");
    if (version === MIGRATIONS.length) return;
    this.transaction(() => {
      for (const step of MIGRATIONS.slice(version)) this.#libsql.exec(step);
      this.#libsql.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
    });
  }
}

/** The library hands text to C, which would end it at the first NUL. */
function storable(value: SqlValue): SqlValue {
  return typeof value === "string" ? value.replaceAll("\0", "\uFFFD") : value;
}

function explain(error: unknown, path: string): unknown {
  if (error instanceof ConfigError || !(error instanceof Error)) return error;
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "SQLITE_BUSY") {
    return new ConfigError(`${path} is in use by another server. Stop it, or set CABLECHAT_DATA to another folder.`);
  }
  return new ConfigError(`The data in ${path} cannot be written (${error.message}). Set CABLECHAT_DATA.`);
}
