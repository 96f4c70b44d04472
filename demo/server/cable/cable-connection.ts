import type { WebSocket } from "ws";
import type { CableChannel, CableSubscription, ChannelParams } from "./cable-channel.ts";

/** No page needs more; a hundred widgets would be an attack. */
const MAX_SUBSCRIPTIONS = 100;
const MAX_IDENTIFIER_CHARACTERS = 2_048;
/** A reader so far behind is dropped; it catches up when it comes back. In bytes. */
const MAX_BUFFERED = 4 * 1024 * 1024;
/** Commands beyond this are ignored until the next second. */
const MAX_COMMANDS_PER_SECOND = 50;

export interface CableConnectionOptions {
  readonly socket: WebSocket;
  readonly channels: Readonly<Record<string, CableChannel>>;
}

/**
 * One socket, speaking `actioncable-v1-json` as Rails does: identifiers are echoed to the letter, a duplicate subscribe
 * and whatever cannot be read are answered with silence.
 */
export class CableConnection {
  readonly #socket: WebSocket;
  readonly #channels: Readonly<Record<string, CableChannel>>;
  readonly #subscriptions = new Map<string, CableSubscription>();
  #second = 0;
  #commands = 0;

  constructor({ socket, channels }: CableConnectionOptions) {
    this.#socket = socket;
    this.#channels = channels;
    socket.on("message", (data, binary) => binary || this.#onMessage(String(data)));
    socket.on("close", () => this.#end());
    // The close event follows; there is nothing to add to it.
    socket.on("error", () => this.#end());
    this.#send('{"type":"welcome"}');
  }

  /** @param seconds since the epoch */
  ping(seconds: number): void {
    this.#send(`{"type":"ping","message":${seconds}}`);
  }

  disconnect(reason: string, reconnect: boolean): void {
    this.#send(JSON.stringify({ type: "disconnect", reason, reconnect }));
    this.#end();
    this.#socket.close(1001);
  }

  #onMessage(text: string): void {
    const message = parseObject(text);
    const identifier = message?.["identifier"];
    if (!message || typeof identifier !== "string" || this.#flooded()) return;
    if (message["command"] === "subscribe") this.#subscribe(identifier);
    else if (message["command"] === "unsubscribe") this.#unsubscribe(identifier);
    else if (message["command"] === "message") this.#perform(identifier, message["data"]);
  }

  #subscribe(identifier: string): void {
    if (this.#subscriptions.has(identifier)) return;
    const params = identifier.length > MAX_IDENTIFIER_CHARACTERS ? null : parseObject(identifier);
    const name = params?.["channel"];
    const channel = typeof name === "string" && Object.hasOwn(this.#channels, name) ? this.#channels[name] : undefined;
    const encoded = JSON.stringify(identifier);
    const room = this.#subscriptions.size < MAX_SUBSCRIPTIONS;
    const deliver = (json: string) => this.#send(`{"identifier":${encoded},"message":${json}}`);
    const answer = (type: string) => this.#send(`{"identifier":${encoded},"type":"${type}"}`);
    const reject = () => {
      this.#unsubscribe(identifier);
      answer("reject_subscription");
    };
    const subscription = params && channel && room ? channel(params, { deliver, reject }) : null;
    if (!subscription) return answer("reject_subscription");
    this.#subscriptions.set(identifier, subscription);
    answer("confirm_subscription");
  }

  #unsubscribe(identifier: string): void {
    this.#subscriptions.get(identifier)?.end();
    this.#subscriptions.delete(identifier);
  }

  #perform(identifier: string, data: unknown): void {
    const action = typeof data === "string" ? parseObject(data) : null;
    const name = action?.["action"];
    if (action && typeof name === "string") this.#subscriptions.get(identifier)?.perform(name, action);
  }

  #flooded(): boolean {
    const second = Math.floor(performance.now() / 1000);
    if (second !== this.#second) this.#commands = 0;
    this.#second = second;
    this.#commands += 1;
    return this.#commands > MAX_COMMANDS_PER_SECOND + MAX_SUBSCRIPTIONS;
  }

  #send(text: string): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    if (this.#socket.bufferedAmount > MAX_BUFFERED) this.#socket.terminate();
    else this.#socket.send(text);
  }

  #end(): void {
    for (const subscription of this.#subscriptions.values()) subscription.end();
    this.#subscriptions.clear();
  }
}

function parseObject(text: string): ChannelParams | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as ChannelParams) : null;
  } catch (error) {
    // The named case: no JSON. As in Rails, such a command is ignored.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
