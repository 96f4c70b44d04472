import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ListeningMessage } from "../../demo/server/serve.ts";
import { bundledScript } from "./bundled-script.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const SERVE = fileURLToPath(new URL("../../demo/server/serve.ts", import.meta.url));

export interface StartServerOptions {
  /** @default 0: the system chooses one, which restarts keep */
  port?: number;
  /** @default a new folder, which `stop` removes */
  dataDir?: string;
  /** Further environment, see demo/server/config.ts. */
  env?: Readonly<Record<string, string>>;
}

/** A real server process. */
export interface EmbeddedServer {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  readonly host: string;
  readonly port: number;
  /** REST: `ORIGIN/cablechat` */
  readonly base: string;
  /** `ws://127.0.0.1:PORT/cable` */
  readonly cable: string;
  /** The agent's. */
  readonly token: string;
  readonly dataDir: string;
  /** Of the process that runs now; another one after a restart. */
  readonly pid: number;
  readonly control: ServerControl;
  /** Everything the server has written so far, all its processes together. */
  output(): string;
  /** Ends the process for good, and removes the folder it was given. @default "SIGTERM" */
  stop(signal?: "SIGTERM" | "SIGKILL"): Promise<void>;
}

export interface ServerControl {
  /** Ends the process; its port and data stay. @returns its exit code, `null` where a signal ended it */
  halt(signal: "SIGTERM" | "SIGKILL"): Promise<number | null>;
  /** A new process on the same port and data; resolves when it listens. */
  start(): Promise<void>;
}

/** Bundled once for this process: it is started hundreds of times. As its sources it runs in `npm start`'s own tests. */
let bundled: Promise<string> | undefined;

/** Starts the embedded server on 127.0.0.1; resolves when it listens. It dies with this process. */
export async function startServer({ port = 0, dataDir, env = {} }: StartServerOptions = {}): Promise<EmbeddedServer> {
  const folder = dataDir ?? (await mkdtemp(join(tmpdir(), "cablechat-")));
  const token = env["CABLECHAT_AGENT_TOKEN"] ?? "test-agent-token";
  let output = "";
  let child: ChildProcess | null = null;
  bundled ??= bundledScript(SERVE);
  const script = await bundled;

  async function start(onPort: number): Promise<string> {
    const process_ = fork(script, {
      cwd: ROOT,
      // A responder of one's own may be a source, as it may be under `npm start`.
      execArgv: ["--enable-source-maps", ...(env["CABLECHAT_RESPONDER"]?.endsWith(".ts") ? ["--import", "tsx"] : [])],
      silent: true,
      env: {
        ...process.env,
        CABLECHAT_AGENT_TOKEN: token,
        ...env,
        HOST: "127.0.0.1",
        PORT: String(onPort),
        CABLECHAT_DATA: folder,
      },
    });
    child = process_;
    process_.stdout?.on("data", (text) => (output += text));
    process_.stderr?.on("data", (text) => (output += text));
    return new Promise((resolve, reject) => {
      process_.once("message", (message: ListeningMessage) => resolve(message.origin));
      process_.once("exit", (code, signal) => reject(new Error(`The server ended (${code ?? signal}):\n${output}`)));
    });
  }

  async function halt(signal: "SIGTERM" | "SIGKILL"): Promise<number | null> {
    const ending = child;
    child = null;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return ending?.exitCode ?? null;
    const exited = once(ending, "exit");
    ending.kill(signal);
    const [code] = await exited;
    return code as number | null;
  }

  const origin = await start(port);
  const { host, port: chosen, hostname } = new URL(origin);
  return {
    origin,
    host: hostname,
    port: Number(chosen),
    base: `${origin}/cablechat`,
    cable: `ws://${host}/cable`,
    token,
    dataDir: folder,
    get pid() {
      return child?.pid ?? -1;
    },
    control: {
      halt,
      start: async () => {
        await halt("SIGTERM");
        await start(Number(chosen));
      },
    },
    output: () => output,
    stop: async (signal = "SIGTERM") => {
      await halt(signal);
      if (dataDir === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}
