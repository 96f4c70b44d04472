import { cpSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Libsql from "libsql";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ConfigError } from "../../../../../demo/server/config-error.ts";
import { Database } from "../../../../../demo/server/store/database.ts";
import { MIGRATIONS } from "../../../../../demo/server/store/schema.ts";

let folder: string;
let database: Database;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cablechat-"));
  database = Database.in(join(folder, "data"));
});

afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

const count = () => database.one<{ n: number }>("SELECT COUNT(*) AS n FROM secrets")?.n;
const insert = (name: string) => database.run("INSERT INTO secrets (name, value) VALUES (?, 'v')", name);

describe("Database", () => {
  it("writes ahead, and waits for the disk at every commit", () => {
    expect(database.one("PRAGMA journal_mode")).toMatchObject({ journal_mode: "wal" });
    expect(database.one("PRAGMA synchronous")).toMatchObject({ synchronous: 2 });
  });

  it("takes a transaction back as a whole where it throws, a joined one with it", () => {
    expect(() =>
      database.transaction(() => {
        insert("outer");
        database.transaction(() => insert("inner"));
        throw new Error("no");
      }),
    ).toThrow("no");
    expect(count()).toBe(0);
  });

  it("runs what waits for the commit after it, once, and not at all after a rollback", () => {
    const ran: string[] = [];
    const attempt = (name: string, fail: boolean) =>
      database.transaction(() => {
        insert(name);
        database.afterCommit(() => ran.push(`${name}, ${count()} rows`));
        if (fail) throw new Error("no");
      });
    attempt("first", false);
    expect(() => attempt("second", true)).toThrow("no");
    attempt("third", false);
    expect(ran).toEqual(["first, 1 rows", "third, 2 rows"]);
  });

  it("is usable after a statement broke a rule", () => {
    insert("one");
    expect(() => insert("one")).toThrow(/UNIQUE/);
    insert("two");
    expect(count()).toBe(2);
  });

  it("keeps text after a NUL, which C would cut off", () => {
    insert("before\0after");
    expect(database.one("SELECT name FROM secrets")).toMatchObject({ name: "before\uFFFDafter" });
  });

  it("is a folder of its owner's only", () => {
    expect(statSync(join(folder, "data")).mode & 0o777).toBe(0o700);
  });

  it("is refused to a second server, with a message that says what to do", () => {
    expect(() => Database.in(join(folder, "data"))).toThrow(ConfigError);
    expect(() => Database.in(join(folder, "data"))).toThrow(/in use by another server.*CABLECHAT_DATA/);
  }, 20_000);

  it("brings data of an older version up to date, and loses nothing of it", () => {
    const path = join(folder, "old.sqlite3");
    const old = new Libsql(path);
    old.exec(`${MIGRATIONS[0]}; PRAGMA user_version = 1`);
    old.exec("INSERT INTO sessions (webchat, digest, seen_at) VALUES ('demo', 'd', 5)");
    old.close();
    const brought = new Database(path);
    expect(brought.all("SELECT digest, seen_at, ended_at FROM sessions")).toEqual([
      { digest: "d", seen_at: 5, ended_at: null },
    ]);
    expect(brought.one("PRAGMA user_version")).toEqual({ user_version: MIGRATIONS.length });
    brought.close();
  });

  it("is refused where its data is of a newer version", () => {
    database.run("PRAGMA user_version = 999");
    cpSync(join(folder, "data"), join(folder, "copy"), { recursive: true });
    expect(() => Database.in(join(folder, "copy"))).toThrow(/newer version/);
  });
});
