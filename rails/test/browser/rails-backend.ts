import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { StartBackend } from "../../../test/browser/support/backend.ts";

const RAILS = fileURLToPath(new URL("../../", import.meta.url));
const TOKEN = "test-agent-token";
/** Ruby and Rails take a while to load on a busy machine. */
const START_LIMIT_MS = 120_000;

/**
 * The Rails test application as the backend of the browser tests:
 * `CABLECHAT_BACKEND=rails/test/browser/rails-backend.ts npm run test:browser`.
 * CABLECHAT_DATABASE_URL and CABLECHAT_REDIS_URL are handed on.
 */
export const startBackend: StartBackend = async ({ origins }) => {
  const data = await mkdtemp(join(tmpdir(), "cablechat-rails-"));
  const env: Record<string, string | undefined> = {
    ...process.env,
    RAILS_ENV: "production",
    CABLECHAT_DATA: data,
    CABLECHAT_AGENT_TOKEN: TOKEN,
    // Silent unless it is told to stream.
    CABLECHAT_RESPONDER: "commands",
    CABLECHAT_SENDS_PER_MINUTE: "100000",
    CABLECHAT_REQUESTS_PER_MINUTE: "1000000",
    ...(origins ? { CABLECHAT_ORIGINS: origins.join(",") } : {}),
  };
  let child: ChildProcess | null = null;

  async function start(port: number): Promise<string> {
    const server = spawn("ruby", ["bin/start"], { cwd: RAILS, env: { ...env, PORT: String(port) } });
    child = server;
    return listening(server);
  }

  async function halt(signal: "SIGTERM" | "SIGKILL"): Promise<void> {
    const server = child;
    child = null;
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const exit = once(server, "exit");
    server.kill(signal);
    await exit;
  }

  const origin = await start(0);
  return {
    origin,
    base: `${origin}/cablechat`,
    cable: `${origin.replace(/^http/, "ws")}/cable`,
    webchat: "demo",
    token: TOKEN,
    desk: `${origin}/desk`,
    halt,
    start: async () => {
      if (!child) await start(Number(new URL(origin).port));
    },
    stop: async () => {
      await halt("SIGKILL");
      await rm(data, { recursive: true, force: true });
    },
  };
};

/** The server's origin, once it says that it listens. */
function listening(server: ChildProcess): Promise<string> {
  let output = "";
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`Rails did not start in time:\n${output}`)), START_LIMIT_MS);
    const read = (text: Buffer) => {
      output += String(text);
      const origin = /REST\s+(http:\/\/\S+)\/cablechat/.exec(output)?.[1];
      if (!origin || !output.includes("Stop with")) return;
      clearTimeout(timer);
      resolve(origin);
    };
    server.stdout?.on("data", read);
    server.stderr?.on("data", read);
    server.once("exit", (code, signal) => {
      clearTimeout(timer);
      reject(new Error(`Rails ended (${code ?? signal}):\n${output}`));
    });
  });
}
