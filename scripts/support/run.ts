import { spawn } from "node:child_process";
import { root } from "./root.ts";

export interface RunOptions {
  /** Added to the present environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** @default "inherit": the output is shown as it comes; "capture": returned */
  readonly output?: "inherit" | "capture";
}

export interface RunResult {
  readonly ok: boolean;
  /** What it wrote to both streams, where captured. */
  readonly output: string;
}

/** Runs a program in the project's root, without a shell. Rejects where it cannot be started. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  return new Promise((resolve, reject) => {
    const stdio = options.output === "capture" ? "pipe" : "inherit";
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...options.env },
      stdio: ["ignore", stdio, stdio],
    });
    let output = "";
    const collect = (bytes: Buffer) => {
      output += bytes.toString("utf8");
    };
    child.stdout?.on("data", collect);
    child.stderr?.on("data", collect);
    child.on("error", reject);
    child.on("close", (code) => resolve({ ok: code === 0, output }));
  });
}

/** Runs a package's program with this Node: the same on every system, and no `npx` in between. */
export function runBin(path: string, args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  return run(process.execPath, [`node_modules/${path}`, ...args], options);
}

/** Runs one of the project's own TypeScript files. */
export function runScript(path: string, args: readonly string[] = [], options: RunOptions = {}): Promise<RunResult> {
  return run(process.execPath, ["--import", "tsx", path, ...args], options);
}
