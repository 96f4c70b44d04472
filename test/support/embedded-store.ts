import { Broadcaster, type Frame } from "../../demo/server/chat/broadcaster.ts";
import { Chat } from "../../demo/server/chat/chat.ts";
import { Database } from "../../demo/server/store/database.ts";
import type { SessionRow } from "../../demo/server/store/sessions.ts";
import { Store } from "../../demo/server/store/store.ts";

/** The embedded server's inside without its sockets: a database in memory, and a clock that tests own. */
export class EmbeddedStore {
  readonly db: Database;
  readonly store: Store;
  readonly chat: Chat;
  readonly broadcaster = new Broadcaster();
  /** The wall clock, in milliseconds. */
  nowMs = Date.UTC(2026, 10, 21);

  /** @param path the database's file. @default in memory */
  constructor(path = ":memory:") {
    this.db = new Database(path);
    const clock = { nowMs: () => this.nowMs };
    this.store = new Store(this.db, clock);
    this.chat = new Chat(this.store, this.broadcaster, clock);
  }

  /** A visitor's session, by any name. */
  session(name = "visitor"): SessionRow {
    return this.store.sessions.getOrCreate("demo", name.padEnd(43, "x"));
  }

  /** Everything a stream brings from now on. */
  listen(stream: string): Frame[] {
    const frames: Frame[] = [];
    this.broadcaster.attach(stream, (json) => frames.push(JSON.parse(json) as Frame));
    return frames;
  }
}
