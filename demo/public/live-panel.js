import { compare } from "./compare.js";

const LOG_LENGTH = 60;
/** The widget tells of what is sent, not of what waits: that is looked up, in milliseconds. */
const LOOK_MS = 500;
const TIME = new Intl.DateTimeFormat("en-GB", { timeStyle: "medium" });
const REASONS = {
  confirmed: "subscribed",
  look: "second look",
  hole: "a hole",
  gap: "a gap in a stream",
  unreadable: "an unreadable frame",
  visible: "the page is back",
  interval: "a routine look",
};

/** Shows what the widget does, from its events alone, and holds what it shows against the database. */
export class LivePanel {
  #page;
  #chat = null;
  #conversation = null;
  #lostSockets = 0;
  #catchups = 0;
  #brought = 0;
  #broughtNow = 0;
  #lostAt = null;
  #wasConnected = false;
  #comparing = false;
  #compareAgain = false;

  /** @param {Document} page */
  constructor(page) {
    this.#page = page;
    page.getElementById("compare").addEventListener("click", () => void this.#compare());
  }

  /** The id of the visitor's conversation; `null` before the first message. */
  get conversation() {
    return this.#conversation;
  }

  /** @param {HTMLElement} chat the `<cable-chat>` of the page */
  watch(chat) {
    this.#chat = chat;
    setInterval(() => this.#showCount(), LOOK_MS);
    chat.on("connection", (status) => this.#onConnection(status));
    chat.on("catchup", (catchup) => this.#onCatchUp(catchup));
    chat.on("conversation", ({ conversation }) => {
      this.#conversation = conversation?.id ?? null;
    });
    chat.on("sent", () => this.#counted("Sent a message"));
    chat.on("message", () => this.#counted(null));
    chat.on("failed", ({ error }) => this.log(`A message failed: ${error.message}`));
    chat.on("error", ({ error }) => this.log(`Error: ${error.message}`));
  }

  /** Adds a line to the events. */
  log(text) {
    const list = this.#page.getElementById("log");
    const line = this.#page.createElement("li");
    const time = this.#page.createElement("time");
    time.textContent = TIME.format(new Date());
    line.append(time, text);
    list.prepend(line);
    while (list.children.length > LOG_LENGTH) list.lastElementChild.remove();
  }

  #onConnection(status) {
    const connected = status.state === "connected";
    if (this.#wasConnected && !connected && status.state !== "idle") {
      this.#lostSockets += 1;
      this.#lostAt = performance.now();
      this.#show("lost-sockets", this.#lostSockets);
      this.log("The socket is lost");
    }
    if (connected && !this.#wasConnected) this.log("Connected and subscribed");
    this.#wasConnected = connected;
    if (connected && status.caughtUp && this.#lostAt !== null) {
      const ms = performance.now() - this.#lostAt;
      this.#lostAt = null;
      this.#show("recovery", ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`);
    }
    this.#show("connection", describe(status));
    this.#page.getElementById("connection").dataset.state = status.state;
    if (connected && status.caughtUp) void this.#compare();
    else if (status.state === "reconnecting") this.#judge("", "Away. What is written meanwhile waits, on both sides.");
  }

  #onCatchUp({ phase, reason, messages }) {
    if (phase === "started") this.#broughtNow = 0;
    if (phase === "page") {
      this.#broughtNow += messages;
      this.#brought += messages;
      this.#show("brought", this.#brought);
    }
    if (phase === "done") {
      this.#catchups += 1;
      this.#show("catchups", this.#catchups);
      this.log(`Caught up (${REASONS[reason] ?? reason}): ${count(this.#broughtNow)}`);
      void this.#compare();
    }
    if (phase === "failed" || phase === "aborted") this.log(`Catch-up ${phase} (${REASONS[reason] ?? reason})`);
  }

  #counted(text) {
    if (text !== null) this.log(text);
    void this.#compare();
  }

  /** One at a time; what changes meanwhile is looked at after it. */
  async #compare() {
    this.#compareAgain = true;
    if (this.#comparing) return;
    this.#comparing = true;
    while (this.#compareAgain) {
      this.#compareAgain = false;
      await this.#compareOnce();
    }
    this.#comparing = false;
  }

  async #compareOnce() {
    this.#showCount();
    if (this.#conversation === null) return;
    const stored = await this.#stored();
    if (stored === null) {
      this.#judge("", "The server is down. What you write now is kept, and sent when it is back.");
      return;
    }
    // What the database has by now may have been shown since: the widget's state is read after the answer.
    const { missing, doubled, disordered, loaded } = compare(this.#chat.messages, stored);
    this.#show("stored", stored.length);
    const { state, caughtUp } = this.#chat.connection;
    const settled = state === "connected" && caughtUp;
    this.#show("missing", settled ? missing : `${missing} to come`);
    this.#show("doubled", doubled);
    if (missing + doubled === 0 && !disordered) {
      const scope = loaded < stored.length ? `the ${loaded} loaded here` : `all ${loaded}`;
      this.#judge("good", `Shown exactly as stored: ${scope}, once each, in order.`);
    } else if (settled && doubled + Number(disordered) > 0) this.#judge("bad", "Not as stored. Please report this!");
    else this.#judge("", `${missing} on their way.`);
  }

  #showCount() {
    const shown = this.#chat?.messages ?? [];
    const waiting = shown.filter(({ id }) => id === null).length;
    this.#show("shown", waiting > 0 ? `${shown.length - waiting} + ${waiting} unsent` : shown.length);
  }

  /** @returns {Promise<readonly { id: string, client_id: string | null }[] | null>} `null` while the server is down */
  async #stored() {
    try {
      const response = await fetch(`/demo/messages?conversation=${encodeURIComponent(this.#conversation)}`);
      return response.ok ? (await response.json()).messages : null;
    } catch (error) {
      // The named case: fetch rejects with a TypeError when nobody listens.
      if (error instanceof TypeError) return null;
      throw error;
    }
  }

  #judge(verdict, text) {
    const element = this.#page.getElementById("verdict");
    element.dataset.verdict = verdict;
    element.textContent = text;
  }

  #show(id, text) {
    this.#page.getElementById(id).textContent = String(text);
  }
}

function describe(status) {
  if (status.state === "connected") return status.caughtUp ? "connected, caught up" : "connected, catching up";
  if (status.state === "reconnecting") return `reconnecting (attempt ${status.attempt + 1})`;
  return status.state === "idle" ? "no socket needed" : status.state;
}

function count(messages) {
  return messages === 1 ? "1 message" : `${messages} messages`;
}
