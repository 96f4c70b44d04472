import type { Clock } from "../clock.ts";
import { Contacts } from "./contacts.ts";
import { Conversations } from "./conversations.ts";
import type { Database } from "./database.ts";
import { Heads } from "./heads.ts";
import { Messages } from "./messages.ts";
import { Reactions } from "./reactions.ts";
import { Secrets } from "./secrets.ts";
import { Sessions } from "./sessions.ts";
import { Transcripts } from "./transcripts.ts";
import { Uploads } from "./uploads.ts";

/** All the tables, over one database. */
export class Store {
  readonly db: Database;
  readonly contacts: Contacts;
  readonly conversations: Conversations;
  readonly heads: Heads;
  readonly messages: Messages;
  readonly reactions: Reactions;
  readonly secrets: Secrets;
  readonly sessions: Sessions;
  readonly transcripts: Transcripts;
  readonly uploads: Uploads;

  constructor(db: Database, clock: Clock) {
    this.db = db;
    this.contacts = new Contacts(db);
    this.conversations = new Conversations(db);
    this.heads = new Heads(db);
    this.messages = new Messages(db);
    this.reactions = new Reactions(db);
    this.secrets = new Secrets(db);
    this.sessions = new Sessions(db, clock);
    this.transcripts = new Transcripts(db);
    this.uploads = new Uploads(db);
  }
}
