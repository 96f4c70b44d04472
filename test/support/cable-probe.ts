import { once } from "node:events";
import { WebSocket } from "ws";

export interface ProbeFrame {
  readonly type?: string;
  readonly identifier?: string;
  readonly message?: { readonly type: string; readonly message?: { readonly id: string; readonly body: string } };
  readonly reason?: string;
  readonly reconnect?: boolean;
}

/** A bare cable socket for tests: hears everything, and everything heard can be waited for. */
export class CableProbe {
  readonly frames: ProbeFrame[] = [];
  readonly socket: WebSocket;
  /** Resolves with the close code. */
  readonly closed: Promise<number>;
  readonly #looks = new Set<() => void>();

  constructor(url: string) {
    this.socket = new WebSocket(url, ["actioncable-v1-json", "actioncable-unsupported"]);
    this.closed = once(this.socket, "close").then(([code]) => code as number);
    // A reset comes as an error first; the close that follows is what tests look at.
    this.socket.on("error", () => undefined);
    this.socket.on("message", (data) => {
      this.frames.push(JSON.parse(String(data)) as ProbeFrame);
      for (const look of [...this.#looks]) look();
    });
  }

  static async open(url: string): Promise<CableProbe> {
    const probe = new CableProbe(url);
    await probe.heard(({ type }) => type === "welcome");
    return probe;
  }

  /** The first frame that fits, past or to come. */
  heard(fits: (frame: ProbeFrame) => boolean): Promise<ProbeFrame> {
    return new Promise((resolve) => {
      const look = () => {
        const frame = this.frames.find(fits);
        if (!frame) return;
        this.#looks.delete(look);
        resolve(frame);
      };
      this.#looks.add(look);
      look();
    });
  }

  /** Resolves when the server has confirmed it. */
  async subscribe(params: Readonly<Record<string, string>>): Promise<string> {
    const identifier = JSON.stringify(params);
    this.socket.send(JSON.stringify({ command: "subscribe", identifier }));
    await this.heard((frame) => frame.identifier === identifier && frame.type === "confirm_subscription");
    return identifier;
  }

  close(): void {
    this.socket.terminate();
  }
}
