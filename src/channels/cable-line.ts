import type { CableSocket, Ports } from "../core/ports.ts";

/** The cable's URL, or a function giving it at each attempt (tokens that expire). */
export type CableUrl = string | (() => string | Promise<string>);

export type ReplaceReason =
  | "connect_timeout"
  | "silent"
  | "unconfirmed"
  | "slept"
  | "closed"
  | "url_failed"
  | "server_disconnect"
  | "retired_identifier"
  | "page";

export interface CableLineEvents {
  /** The server has said welcome. */
  opened(): void;
  /** Another one is wanted. */
  lost(reason: ReplaceReason): void;
  /** Another one would fare no better. */
  refused(reason: string): void;
}

/** One attempt and its socket: a generation. */
export interface CableLine {
  /** `null` until there is a URL. */
  socket: CableSocket | null;
  open(url: CableUrl): void;
  /** Looks now instead of at the next tick, e.g. because somebody has come back to the page. */
  check(): void;
  /** Runs `what` after `delayMs`, if the line still lives. */
  later(delayMs: number, what: () => void): void;
  ifLive<Args extends unknown[]>(what: (...args: Args) => void): (...args: Args) => void;
  /** What it would still say is ignored. */
  end(): void;
}

const CONNECT_TIMEOUT_MS = 8_000;
const TICK_MS = 500;
/** Two pings (3 s each, Action Cable's `BEAT_INTERVAL`) and a bit. */
const SILENCE_MS = 6_750;
const SLEEP_DRIFT_MS = 5_000;

/** Looks after everything that can be wrong with a socket. Whoever is told of it calls `end()`. */
export function newLine({ clock, consumer, warn }: Ports, events: CableLineEvents): CableLine {
  const read = () => ({ now: clock.now(), wall: clock.wallNow() });
  const timers = new Set<() => void>();
  let over = false;
  let welcomed = false;
  let heard = read();
  let ticked = heard;

  const later = (delayMs: number, what: () => void) => {
    const cancel = clock.setTimeout(() => {
      timers.delete(cancel);
      what();
    }, delayMs);
    timers.add(cancel);
  };
  const ifLive =
    <Args extends unknown[]>(what: (...args: Args) => void) =>
    (...args: Args) => {
      if (!over) what(...args);
    };
  const check = () => {
    const { now, wall } = read();
    // Some systems stop the monotonic clock while they sleep, some do not, so both clocks are asked. A hidden tab's
    // timers are late too, but its frames are not: what was heard meanwhile proves that nobody slept.
    const slept = [ticked, heard].every((then) => Math.max(now - then.now, wall - then.wall) > SLEEP_DRIFT_MS);
    ticked = { now, wall };
    if (slept) events.lost("slept");
    else if (welcomed && now - heard.now >= SILENCE_MS) events.lost("silent");
  };
  const tick = () => {
    later(TICK_MS, tick);
    check();
  };
  const connect = ifLive((url: string) => {
    try {
      line.socket = consumer.open(url, {
        heard: () => {
          heard = read();
        },
        welcomed: ifLive(() => {
          if (welcomed) return;
          welcomed = true;
          events.opened();
        }),
        disconnected: ifLive(({ reason, reconnect }) => {
          if (reconnect) events.lost("server_disconnect");
          else events.refused(reason ?? "refused");
        }),
        unreadable: (error) => warn("A cable frame was not readable and was dropped.", error),
        closed: ifLive(() => events.lost("closed")),
      });
    } catch (error) {
      // The named case: `new WebSocket` refuses the URL itself (syntax, mixed content). Trying again cannot help.
      warn(`The cable URL ${url} cannot be opened.`, error);
      events.refused("invalid_url");
    }
  });
  const failed = ifLive((error: unknown) => {
    warn("The function given as cable URL failed; it is asked again.", error);
    events.lost("url_failed");
  });

  later(CONNECT_TIMEOUT_MS, () => welcomed || events.lost("connect_timeout"));
  later(TICK_MS, tick);
  const line: CableLine = {
    socket: null,
    open(url) {
      if (typeof url === "string") return connect(url);
      // `then` on a fresh promise, so that a function that throws and one that rejects meet in one place.
      Promise.resolve()
        .then(url)
        .then((given) => {
          // Given nothing, a socket would take the host page's own address.
          if (!given) throw new TypeError("It gave no URL.");
          return given;
        })
        .then(connect, failed);
    },
    check,
    later,
    ifLive,
    end() {
      over = true;
      for (const cancel of timers) cancel();
      line.socket?.close();
    },
  };
  return line;
}
