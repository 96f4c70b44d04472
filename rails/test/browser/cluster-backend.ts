import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Backend, BackendOptions } from "../../../test/browser/support/backend.ts";

const RAILS = fileURLToPath(new URL("../../", import.meta.url));
const TOKEN = "test-agent-token";
/** PostgreSQL, Redis and two Rails processes take a while on a busy machine. */
const START_LIMIT_MS = 180_000;

/** Two Puma processes with Redis and PostgreSQL; parts of it can be broken one by one. */
export interface ClusterBackend extends Backend {
  /** The origins of the processes themselves, past the balancer. */
  readonly processes: readonly string[];
  /** Ends one process by SIGKILL; the other one goes on. */
  kill(server: 0 | 1): Promise<void>;
  revive(server: 0 | 1): Promise<void>;
  /** Ends Redis by SIGKILL: every subscription in it is gone. */
  stopRedis(): Promise<void>;
  startRedis(): Promise<void>;
}

/** `CABLECHAT_BACKEND=rails/test/browser/cluster-backend.ts npm run test:browser` */
export async function startBackend({ origins }: BackendOptions): Promise<ClusterBackend> {
  const env = {
    ...process.env,
    CABLECHAT_AGENT_TOKEN: TOKEN,
    // Silent unless it is told to stream.
    CABLECHAT_RESPONDER: "commands",
    ...(origins ? { CABLECHAT_ORIGINS: origins.join(",") } : {}),
  };
  const cluster = spawn("ruby", ["bin/cluster"], { cwd: RAILS, env });
  const command = commands(cluster);
  const banner = await command.started;
  const base = /REST\s+(\S+)/.exec(banner)?.[1] ?? "";
  const { origin } = new URL(base);
  return {
    origin,
    base,
    cable: `${origin.replace(/^http/, "ws")}/cable`,
    webchat: "demo",
    token: TOKEN,
    desk: `${origin}/desk`,
    processes: /the processes\s+(.+)/.exec(banner)?.[1]?.split(" ") ?? [],
    halt: (signal) => command.run(`halt ${signal.slice(3)}`),
    start: () => command.run("up"),
    kill: (server) => command.run(`kill ${server}`),
    revive: (server) => command.run(`start ${server}`),
    stopRedis: () => command.run("redis-stop"),
    startRedis: () => command.run("redis-start"),
    stop: async () => {
      const exit = once(cluster, "exit");
      cluster.stdin.end();
      await exit;
    },
  };
}

/** One command at a time, each until its "done". */
function commands(cluster: ChildProcess): { started: Promise<string>; run(line: string): Promise<void> } {
  let output = "";
  const waiting = new Map<string, () => void>();
  /** What it has printed by then. */
  const started = new Promise<string>((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`${why}:\n${output}`));
    const timer = setTimeout(() => fail("The cluster did not start in time"), START_LIMIT_MS);
    cluster.once("exit", (code, signal) => {
      clearTimeout(timer);
      fail(`The cluster ended (${code ?? signal})`);
    });
    cluster.stderr?.on("data", (text) => (output += text));
    if (!cluster.stdout) throw new Error("A pipe was asked for, and is not there.");
    createInterface({ input: cluster.stdout }).on("line", (line) => {
      output += `${line}\n`;
      if (line.startsWith("done ")) waiting.get(line.slice(5))?.();
      if (!line.startsWith("Stop with")) return;
      clearTimeout(timer);
      resolve(output);
    });
  });
  const run = (line: string) =>
    new Promise<void>((resolve) => {
      waiting.set(line, resolve);
      cluster.stdin?.write(`${line}\n`);
    });
  return { started, run };
}
