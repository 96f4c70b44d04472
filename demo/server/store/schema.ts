/**
 * What the promises of the protocol rest on is held by the database, not by the code before it: one session row a
 * digest, one open conversation a reader, one message a client id. Times are microseconds since the epoch.
 */
const TABLES = `
CREATE TABLE secrets (name TEXT PRIMARY KEY, value TEXT NOT NULL);

CREATE TABLE contacts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  webchat TEXT NOT NULL,
  identifier TEXT NOT NULL,
  name TEXT,
  email TEXT,
  attributes TEXT NOT NULL DEFAULT '{}',
  UNIQUE (webchat, identifier)
);

CREATE TABLE sessions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  webchat TEXT NOT NULL,
  digest TEXT NOT NULL,
  contact_id INTEGER REFERENCES contacts (id),
  seen_at INTEGER NOT NULL,
  UNIQUE (webchat, digest)
);
CREATE INDEX sessions_by_seen_at ON sessions (seen_at);

CREATE TABLE conversations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  webchat TEXT NOT NULL,
  session_id INTEGER REFERENCES sessions (id),
  contact_id INTEGER REFERENCES contacts (id),
  status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'closed')),
  revision INTEGER NOT NULL DEFAULT 0,
  last_created_at INTEGER NOT NULL DEFAULT 0,
  active_at INTEGER NOT NULL,
  assignee TEXT,
  seen_visitor INTEGER,
  seen_agent INTEGER,
  rating TEXT,
  page TEXT,
  CHECK ((session_id IS NULL) <> (contact_id IS NULL))
);
CREATE UNIQUE INDEX one_open_conversation_a_session ON conversations (session_id) WHERE status = 'open' AND session_id IS NOT NULL;
CREATE UNIQUE INDEX one_open_conversation_a_contact ON conversations (contact_id) WHERE status = 'open' AND contact_id IS NOT NULL;
CREATE INDEX conversations_by_session ON conversations (session_id);
CREATE INDEX conversations_by_contact ON conversations (contact_id);
CREATE INDEX conversations_by_activity ON conversations (webchat, active_at, id);

CREATE TABLE messages (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  conversation_id INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
  client_id TEXT,
  revision INTEGER NOT NULL,
  author_type TEXT NOT NULL CHECK (author_type IN ('visitor', 'agent', 'bot', 'system')),
  author_id TEXT,
  author_name TEXT,
  author_avatar_url TEXT,
  state TEXT NOT NULL CHECK (state IN ('complete', 'streaming', 'cancelled', 'failed', 'deleted')),
  body TEXT NOT NULL,
  chunk INTEGER,
  attachments TEXT NOT NULL DEFAULT '[]',
  quick_replies TEXT NOT NULL DEFAULT '[]',
  cards TEXT NOT NULL DEFAULT '[]',
  reply_to TEXT,
  created_at INTEGER NOT NULL,
  edited_at INTEGER,
  UNIQUE (conversation_id, client_id)
);
CREATE UNIQUE INDEX messages_by_revision ON messages (conversation_id, revision);
CREATE UNIQUE INDEX messages_by_creation ON messages (conversation_id, created_at);
CREATE INDEX messages_streaming ON messages (conversation_id) WHERE state = 'streaming';

CREATE TABLE reactions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  message_id INTEGER NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
  emoji TEXT NOT NULL,
  by_type TEXT NOT NULL,
  by_id TEXT NOT NULL,
  UNIQUE (message_id, emoji, by_type, by_id)
);

CREATE TABLE uploads (
  id TEXT PRIMARY KEY,
  webchat TEXT NOT NULL,
  session_id INTEGER REFERENCES sessions (id) ON DELETE CASCADE,
  message_id INTEGER REFERENCES messages (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  content_type TEXT NOT NULL,
  size INTEGER NOT NULL,
  width INTEGER,
  height INTEGER,
  created_at INTEGER NOT NULL
);
CREATE INDEX uploads_by_message ON uploads (message_id);

CREATE TABLE transcripts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  conversation_id INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
  email TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  UNIQUE (conversation_id, email)
);

CREATE VIEW full_messages AS
SELECT messages.*, (
  SELECT json_group_array(json_object('emoji', emoji, 'by', by_type, 'count', n))
  FROM (SELECT emoji, by_type, COUNT(*) AS n FROM reactions WHERE message_id = messages.id
        GROUP BY emoji, by_type ORDER BY MIN(id))
) AS reactions
FROM messages;
`;

/** An ended session stays as a tombstone, so that its secret is never taken for a new visitor's. */
const ENDED_SESSIONS = `
ALTER TABLE sessions ADD COLUMN ended_at INTEGER;
CREATE INDEX sessions_by_contact ON sessions (contact_id) WHERE contact_id IS NOT NULL;
`;

/** From an empty file to what the code expects, a step a version. Steps are added at the end, and never changed. */
export const MIGRATIONS: readonly string[] = [TABLES, ENDED_SESSIONS];
