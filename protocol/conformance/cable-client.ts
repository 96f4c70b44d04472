import { WebSocket } from "ws";
import type { Backend } from "./backend.ts";
import { expectSchema } from "./expect.ts";
import type { WireFrame } from "./wire.ts";

const WAIT_LIMIT_MS = 15_000;

interface CableFrame {
  readonly type?: string;
  readonly identifier?: string;
  readonly message?: WireFrame;
  readonly reason?: string | null;
  readonly reconnect?: boolean;
}

/** A bare socket that speaks the protocol and keeps everything it hears. */
export class CableClient {
  readonly frames: CableFrame[] = [];
  readonly socket: WebSocket;
  readonly #waiting = new Set<() => void>();

  private constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on("message", (data) => {
      const frame: unknown = JSON.parse(String(data));
      this.frames.push(frame as CableFrame);
      for (const look of [...this.#waiting]) look();
    });
  }

  /** A socket that has been welcomed. */
  static async open(backend: Backend, origin: string | null = backend.origin): Promise<CableClient> {
    const options = origin === null ? {} : { origin };
    const socket = new WebSocket(backend.target.cable, ["actioncable-v1-json", "actioncable-unsupported"], options);
    const client = new CableClient(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once("open", () => resolve());
      socket.once("error", reject);
    });
    await client.wait((frame) => frame.type === "welcome", "a welcome");
    return client;
  }

  /** The HTTP status a socket is refused with. */
  static refused(backend: Backend, origin: string): Promise<number> {
    const socket = new WebSocket(backend.target.cable, ["actioncable-v1-json"], { origin });
    return new Promise((resolve, reject) => {
      socket.once("unexpected-response", (_, response) => resolve(response.statusCode ?? 0));
      socket.once("open", () => {
        socket.terminate();
        reject(new Error("The socket was opened."));
      });
      socket.once("error", reject);
    });
  }

  command(command: string, identifier: string, data?: unknown): void {
    this.socket.send(
      JSON.stringify({ command, identifier, ...(data === undefined ? {} : { data: JSON.stringify(data) }) }),
    );
  }

  /** Subscribes. @throws Error where it is rejected */
  async confirmed(identifier: string): Promise<void> {
    const answer = await this.subscribe(identifier);
    if (answer !== "confirm_subscription") throw new Error(`The subscription was answered with ${answer}.`);
  }

  async subscribe(identifier: string): Promise<string | undefined> {
    this.command("subscribe", identifier);
    const answers = ["confirm_subscription", "reject_subscription"];
    const isAnswer = (frame: CableFrame) => frame.identifier === identifier && answers.includes(frame.type ?? "");
    return (await this.wait(isAnswer, "a confirmation or rejection")).type;
  }

  /** The first frame of that subscription that fits, past or to come. */
  async received(identifier: string, fits: (frame: WireFrame) => boolean, what: string): Promise<WireFrame> {
    const found = await this.wait(
      ({ identifier: of, message }) => of === identifier && message !== undefined && fits(message),
      what,
    );
    return found.message as WireFrame;
  }

  /** Everything heard for that subscription so far. */
  heard(identifier: string): WireFrame[] {
    return this.frames.flatMap((frame) => (frame.identifier === identifier && frame.message ? [frame.message] : []));
  }

  /** The first frame that fits, past or to come. */
  wait(fits: (frame: CableFrame) => boolean, what: string): Promise<CableFrame> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(look);
        reject(new Error(`Waited for ${what}, and heard ${JSON.stringify(this.frames.slice(-3)).slice(0, 500)}`));
      }, WAIT_LIMIT_MS);
      const look = () => {
        const frame = this.frames.find(fits);
        if (!frame) return;
        clearTimeout(timer);
        this.#waiting.delete(look);
        resolve(frame);
      };
      this.#waiting.add(look);
      look();
    });
  }

  /** Every frame heard so far keeps to the schema. */
  checkFrames(): void {
    for (const frame of this.frames) expectSchema("cable-frame", frame);
  }

  close(): void {
    this.socket.terminate();
  }
}
