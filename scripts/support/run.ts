import { spawn } from "node:child_process";
import { constants, setPriority } from "node:os";
import { root } from "./root.ts";

export interface RunOptions {
  /** Added to the present environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** "inherit": the output is shown as it comes; "capture": returned; "tee": both. @default "inherit" */
  readonly output?: "inherit" | "capture" | "tee";
  /** Whether everything else goes first. @default false */
  readonly isBackground?: boolean;
}

export interface RunResult {
  readonly ok: boolean;
  /** What it wrote to both streams, where captured. */
  readonly output: string;
}

/** Runs a program in the project's root, without a shell. Rejects where it cannot be started. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  return new Promise((resolve, reject) => {
    const { output: mode = "inherit" } = options;
    const stdio = mode === "inherit" ? "inherit" : "pipe";
    const env = { ...process.env, ...colours(mode), ...options.env };
    const child = spawn(command, args, { cwd: root, env, stdio: ["ignore", stdio, stdio] });
    if (options.isBackground && child.pid) setPriority(child.pid, constants.priority.PRIORITY_LOW);
    let output = "";
    const collect = (stream: NodeJS.WriteStream) => (bytes: Buffer) => {
      output += bytes.toString("utf8");
      if (mode === "tee") stream.write(bytes);
    };
    child.stdout?.on("data", collect(process.stdout));
    child.stderr?.on("data", collect(process.stderr));
    child.on("error", reject);
    child.on("close", (code) => resolve({ ok: code === 0, output }));
  });
}

/** Behind a pipe a program thinks nobody is looking. */
function colours(mode: RunOptions["output"]): Readonly<Record<string, string>> {
  return mode === "tee" && process.stdout.isTTY ? { FORCE_COLOR: "1" } : {};
}

/** Runs a package's program with this Node: the same on every system, and no `npx` in between. */
export function runBin(path: string, args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  return run(process.execPath, [`node_modules/${path}`, ...args], options);
}

/** Runs one of the project's own TypeScript files. */
export function runScript(path: string, args: readonly string[] = [], options: RunOptions = {}): Promise<RunResult> {
  return run(process.execPath, ["--import", "tsx", path, ...args], options);
}
