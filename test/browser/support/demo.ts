import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { root } from "../../../scripts/support/root.ts";

const MAIN = fileURLToPath(new URL("../../../demo/server/main.ts", import.meta.url));

/** `npm start` as a visitor of the readme runs it, on a free port and empty data. */
export interface Demo {
  /** The customer's page. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Resolves when it has printed its URLs. */
export async function startDemo(): Promise<Demo> {
  const data = await mkdtemp(join(tmpdir(), "cablechat-demo-"));
  const child = spawn(process.execPath, ["--import", "tsx", MAIN], {
    cwd: root,
    env: { ...process.env, HOST: "127.0.0.1", PORT: "0", CABLECHAT_DATA: data, CABLECHAT_LOG: "off" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const url = await printedUrl(child);
  return {
    url,
    stop: async () => {
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
      await rm(data, { recursive: true, force: true });
    },
  };
}

function printedUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = "";
    const read = (text: Buffer) => {
      output += text;
      const url = /customer's page\s+(\S+)/.exec(output)?.[1];
      if (url) resolve(url);
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("exit", () => reject(new Error(`The demo ended:\n${output}`)));
  });
}
