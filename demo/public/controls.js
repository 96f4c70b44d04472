const MEANWHILE = 20;
const REFUSE_MS = 5_000;

/**
 * The buttons that break things: some by the server itself, some by its supervisor, which stands when the server does not.
 */
export class Controls {
  #told;
  #faults;
  #conversation;
  #log;
  #control = null;

  /**
   * @param {Document} page
   * @param {{ conversation: () => string | null, log: (text: string) => void }} surroundings
   */
  constructor(page, { conversation, log }) {
    this.#told = page.getElementById("told");
    this.#faults = page.getElementById("faults");
    this.#conversation = conversation;
    this.#log = log;
    this.#faults.addEventListener("click", ({ target }) => {
      const button = target.closest("button[data-fault]");
      if (button) void this.#press(button);
    });
  }

  /** Asks where the supervisor listens. Without one the server can be stopped from its terminal only. */
  async start() {
    const { control } = await (await fetch("/demo/config.json")).json();
    this.#control = control;
    if (control !== null) return;
    for (const button of this.#faults.querySelectorAll("[data-supervised]")) button.disabled = true;
    this.#tell("The server runs without its supervisor (npm start), so it cannot be stopped from here.");
  }

  async #press(button) {
    const fault = button.dataset.fault;
    button.disabled = true;
    try {
      this.#tell(await this.#actions[fault]());
      this.#log(button.firstChild.textContent.trim());
    } catch (error) {
      // The named cases: the server is down (a TypeError of fetch), or it has said why not.
      if (!(error instanceof TypeError || error instanceof Refused)) throw error;
      this.#tell(error instanceof Refused ? error.message : "The server cannot be reached. Is it stopped? Start it.");
    } finally {
      button.disabled = false;
    }
  }

  #actions = {
    show: async () => {
      await this.#post("/demo/faults/refuse", { forMs: REFUSE_MS });
      await this.#say();
      return `No socket for ${REFUSE_MS / 1000} s, and ${MEANWHILE} messages are waiting. Watch the numbers.`;
    },
    cut: async () => sockets(await this.#post("/demo/faults/cut"), "cut"),
    "half-open": async () => {
      return `${sockets(await this.#post("/demo/faults/half-open"), "made silent")} Nothing tells the browser; two missed pings do.`;
    },
    refuse: async () => {
      await this.#post("/demo/faults/refuse", { forMs: REFUSE_MS });
      return `The socket is cut, and none is let in for ${REFUSE_MS / 1000} s.`;
    },
    say: async () => {
      const { ids } = await this.#say();
      return `The agent has written ${ids.length} messages.`;
    },
    bot: async () => {
      await this.#post("/demo/bot/say", { conversation: this.#present() });
      return "A bot writes two hundred words. Break something meanwhile, or stop it in the chat.";
    },
    term: async () => {
      await this.#supervise("/stop", { how: "term" });
      return "The server has said goodbye to every socket and stopped. Write something, then start it again.";
    },
    kill: async () => {
      await this.#supervise("/stop", { how: "kill" });
      return "The server is dead, without a goodbye. Write something, then start it again.";
    },
    start: async () => {
      await this.#supervise("/start");
      return "The server runs again, on the same database.";
    },
  };

  async #say() {
    return this.#post("/demo/agent/say", { conversation: this.#present(), count: MEANWHILE });
  }

  #present() {
    const conversation = this.#conversation();
    if (conversation === null) throw new Refused("Write a message in the chat first: there is nobody to write to.");
    return conversation;
  }

  async #supervise(path, body) {
    return this.#post(`${this.#control}${path}`, body);
  }

  async #post(url, body = {}) {
    const response = await fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    const answer = await response.json();
    if (!response.ok) throw new Refused(answer.detail ?? answer.error ?? `The server answered ${response.status}.`);
    return answer;
  }

  #tell(text) {
    this.#told.textContent = text;
  }
}

/** The server was reached and said no, in words. */
class Refused extends Error {}

function sockets({ sockets: count }, what) {
  return count === 1 ? `1 socket was ${what}.` : `${count} sockets were ${what}.`;
}
