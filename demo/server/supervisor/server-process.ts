import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { ConfigError } from "../config-error.ts";
import type { ListeningMessage } from "../serve.ts";

const SERVE = fileURLToPath(new URL("../serve.ts", import.meta.url));
/** A stop that takes longer is made a kill, in milliseconds. */
const STOP_LIMIT_MS = 1_900;

export type ServerState = "stopped" | "starting" | "running" | "stopping";

export interface ServerProcessOptions {
  /** Settings of the server, as environment variables; `PORT` is kept over restarts once the system has chosen one. */
  readonly env: Readonly<Record<string, string>>;
  /** It ended although nobody asked it to. */
  readonly onCrash: (code: number | string) => void;
}

/** The real server, as a process of its own, so that stopping and killing it are the real thing. */
export class ServerProcess {
  readonly #options: ServerProcessOptions;
  #child: ChildProcess | null = null;
  #state: ServerState = "stopped";
  #port: string | null = null;

  constructor(options: ServerProcessOptions) {
    this.#options = options;
  }

  get state(): ServerState {
    return this.#state;
  }

  get pid(): number | null {
    return this.#child?.pid ?? null;
  }

  /** Resolves when it listens. @throws ConfigError where it cannot; it has said why on standard error */
  async start(): Promise<ListeningMessage> {
    if (this.#state !== "stopped") throw new ConfigError(`The server is ${this.#state}.`);
    this.#state = "starting";
    const { env } = this.#options;
    const child = fork(SERVE, { env: { ...process.env, ...env, PORT: this.#port ?? env["PORT"] } });
    this.#child = child;
    child.once("exit", (code, signal) => this.#ended(code ?? signal ?? "unknown"));
    const listening = await new Promise<ListeningMessage>((resolve, reject) => {
      child.once("message", (message) => resolve(message as ListeningMessage));
      child.once("exit", () => reject(new ConfigError("The server could not start.")));
    });
    this.#state = "running";
    this.#port = new URL(listening.origin).port || "80";
    return listening;
  }

  /** Resolves when the process is gone. */
  async stop(how: "term" | "kill"): Promise<void> {
    const child = this.#child;
    if (!child) return;
    this.#state = "stopping";
    const exited = once(child, "exit");
    child.kill(how === "kill" ? "SIGKILL" : "SIGTERM");
    const limit = setTimeout(() => child.kill("SIGKILL"), STOP_LIMIT_MS);
    await exited;
    clearTimeout(limit);
  }

  #ended(reason: number | string): void {
    const crashed = this.#state === "running";
    this.#child = null;
    this.#state = "stopped";
    if (crashed) this.#options.onCrash(reason);
  }
}
