import type { CableSocket, Ports } from "../core/ports.ts";

/** The cable's URL, or a function giving it at each attempt (tokens that expire). */
export type CableUrl = string | (() => string | Promise<string>);

export interface CableLineEvents {
  /** The server has said welcome. */
  opened(): void;
  /** Another one is wanted. `wordless`: the server did not say so, nor did the network; what else is open over it may be as dead. */
  lost(wordless: boolean): void;
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
    if (slept || (welcomed && now - heard.now >= SILENCE_MS)) events.lost(true);
  };
  const tick = () => {
    later(TICK_MS, tick);
    check();
  };
  const failed = ifLive((error: unknown) => {
    warn("No cable URL.", error);
    events.lost(false);
  });
  const connect = ifLive((url: string) => {
    // Given nothing, a socket would take the host page's own address.
    if (!url) return failed("empty");
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
          if (reconnect) events.lost(false);
          else events.refused(reason ?? "refused");
        }),
        unreadable: (error) => warn("Unreadable frame.", error),
        closed: ifLive(() => events.lost(false)),
      });
    } catch (error) {
      // The named case: `new WebSocket` refuses the URL itself (syntax, mixed content). Trying again cannot help.
      warn("No cable URL.", error);
      events.refused("invalid_url");
    }
  });

  later(CONNECT_TIMEOUT_MS, () => welcomed || events.lost(false));
  later(TICK_MS, tick);
  const line: CableLine = {
    socket: null,
    open(url) {
      if (typeof url === "string") return connect(url);
      // `then` on a fresh promise, so that a function that throws and one that rejects meet in one place.
      Promise.resolve().then(url).then(connect, failed);
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
