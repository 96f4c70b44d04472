import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CableProbe } from "../support/cable-probe.ts";
import { TestVisitor } from "../support/test-visitor.ts";

const MAIN = fileURLToPath(new URL("../../demo/server/main.ts", import.meta.url));

/** `npm start`, as a process whose output can be waited for. */
class Started {
  readonly process: ChildProcess;
  readonly exited: Promise<number | null>;
  output = "";
  #look: (() => void) | null = null;

  constructor(env: Readonly<Record<string, string>>) {
    this.process = spawn(process.execPath, ["--import", "tsx", MAIN], { env: { ...process.env, ...env } });
    this.exited = once(this.process, "close").then(([code]) => code as number | null);
    for (const stream of [this.process.stdout, this.process.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => {
        this.output += text;
        this.#look?.();
      });
    }
  }

  /** What the pattern's group found in the output, once it is there. */
  says(pattern: RegExp): Promise<string> {
    return new Promise((resolve) => {
      this.#look = () => {
        const found = pattern.exec(this.output);
        if (found) resolve(found[1] ?? found[0]);
      };
      this.#look();
    });
  }

  async running(): Promise<{ origin: string; control: string; token: string }> {
    await this.says(/Stop with Ctrl\+C/);
    const find = (pattern: RegExp) => pattern.exec(this.output)?.[1] ?? "";
    return {
      origin: find(/customer's page +(\S+)\/\n/),
      control: find(/fault control +(\S+)/),
      token: find(/agent token +(\S+)/),
    };
  }
}

let dataDir: string;
let started: Started[];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "cablechat-"));
  started = [];
});

afterEach(async () => {
  for (const one of started) {
    if (one.process.exitCode === null) one.process.kill("SIGTERM");
    await one.exited;
  }
  await rm(dataDir, { recursive: true, force: true });
});

function start(env: Readonly<Record<string, string>> = {}): Started {
  const one = new Started({ PORT: "0", CABLECHAT_DATA: dataDir, CABLECHAT_AGENT_TOKEN: "", ...env });
  started.push(one);
  return one;
}

async function post(url: string, body: object = {}, headers: Record<string, string> = {}): Promise<Response> {
  const init = { method: "POST", headers: { "Content-Type": "application/json", ...headers } };
  return fetch(url, { ...init, body: JSON.stringify(body) });
}

describe("npm start", () => {
  it("prints where everything is, and a token the agent's side takes", async () => {
    const { origin, token } = await start().running();
    const answer = await fetch(`${origin}/cablechat/agent/conversations`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    expect(answer.status).toBe(200);
    for (const path of ["/", "/desk", "/cablechat", "/cable"]) expect(started[0]?.output).toContain(path);
  });

  it("takes the token it is given", async () => {
    expect((await start({ CABLECHAT_AGENT_TOKEN: "given-token" }).running()).token).toBe("given-token");
  });

  it("ends with 0 within 2 s of SIGTERM, and its server with it", async () => {
    const one = start();
    const { origin } = await one.running();
    const probe = await CableProbe.open(`${origin.replace("http", "ws")}/cable`);
    const began = performance.now();
    one.process.kill("SIGTERM");
    expect(await one.exited).toBe(0);
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(probe.frames.at(-1)).toMatchObject({ type: "disconnect", reason: "server_restart" });
    await expect(fetch(origin)).rejects.toThrow(TypeError);
  });

  it("takes its server with it when it is killed itself", async () => {
    const one = start();
    const { origin } = await one.running();
    const probe = await CableProbe.open(`${origin.replace("http", "ws")}/cable`);
    one.process.kill("SIGKILL");
    await probe.closed;
    await expect(fetch(origin)).rejects.toThrow(TypeError);
  });

  it("ends when npm, which started it through a shell, is stopped", async () => {
    const shell = spawn("sh", ["-c", `"${process.execPath}" --import tsx "${MAIN}"; true`], {
      env: { ...process.env, PORT: "0", CABLECHAT_DATA: dataDir, npm_lifecycle_event: "start" },
      stdio: ["ignore", "pipe", "inherit"],
    });
    let output = "";
    const running = new Promise<void>((resolve) => {
      shell.stdout.setEncoding("utf8").on("data", (text: string) => {
        output += text;
        if (output.includes("Stop with Ctrl+C")) resolve();
      });
    });
    await running;
    const probe = await CableProbe.open(/ws:\S+/.exec(output)?.[0] ?? "");
    shell.kill("SIGTERM");
    await probe.closed;
    expect(probe.frames.at(-1)).toMatchObject({ type: "disconnect", reason: "server_restart" });
    // The pipe closes when the last process that holds it has ended.
    await once(shell.stdout, "close");
  });

  it("ends with an error when its server dies uncommanded", async () => {
    const one = start();
    const { control } = await one.running();
    const { pid } = (await (await fetch(`${control}/state`)).json()) as { pid: number };
    process.kill(pid, "SIGKILL");
    expect(await one.exited).toBe(1);
    expect(one.output).toContain("The server ended by itself (SIGKILL)");
  });
});

describe("the fault control", () => {
  it.each(["term", "kill"])(
    "really stops the server (%s) and starts it again on the same port and data",
    async (how) => {
      const { origin, control } = await start().running();
      const visitor = new TestVisitor({ base: `${origin}/cablechat` });
      const message = await visitor.send("kept");
      expect(await (await post(`${control}/stop`, { how }, { Origin: origin })).json()).toEqual({
        state: "stopped",
        pid: null,
      });
      await expect(fetch(origin)).rejects.toThrow(TypeError);
      expect(await (await post(`${control}/start`, {}, { Origin: origin })).json()).toMatchObject({ state: "running" });
      expect(await visitor.all()).toEqual([message]);
    },
  );

  it("is told to the demo page, which alone may use it", async () => {
    const { origin, control } = await start().running();
    const config = await fetch(`${origin}/demo/config.json`);
    expect(await config.json()).toMatchObject({ control });
    const refused = await post(`${control}/stop`, { how: "kill" }, { Origin: "https://evil.example" });
    expect([refused.status, refused.headers.get("access-control-allow-origin")]).toEqual([403, null]);
    const allowed = await fetch(`${control}/state`, { headers: { Origin: origin } });
    expect([allowed.status, allowed.headers.get("access-control-allow-origin")]).toEqual([200, origin]);
  });
});

describe("a setting that cannot work ends the start with one line that names it", () => {
  it.each<{ env: Record<string, string>; line: string }>([
    { env: { PORT: "4000x" }, line: "PORT=4000x is not usable: give a whole number from 0 to 65535." },
    { env: { PORT: "70000" }, line: "PORT=70000 is not usable" },
    { env: { CABLECHAT_ORIGINS: "example.com" }, line: 'CABLECHAT_ORIGINS: "example.com" is no origin.' },
    { env: { HOST: "203.0.113.7" }, line: "HOST=203.0.113.7 is no address of this machine." },
  ])("$line", async ({ env, line }) => {
    const one = start(env);
    expect(await one.exited).toBe(1);
    expect(one.output).toContain(line);
    expect(one.output).not.toContain("    at ");
  });

  it("a port in use", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as { port: number };
    const one = start({ PORT: String(port) });
    expect(await one.exited).toBe(1);
    expect(one.output).toContain(`Port ${port} on 127.0.0.1 is in use.`);
    other.close();
  });

  it("a data folder that is none", async () => {
    const file = join(dataDir, "file");
    await writeFile(file, "");
    const one = start({ CABLECHAT_DATA: file });
    expect(await one.exited).toBe(1);
    expect(one.output).toContain("Set CABLECHAT_DATA");
  });

  it("a data folder another server holds", async () => {
    await start().running();
    const one = start();
    expect(await one.exited).toBe(1);
    expect(one.output).toContain("is in use by another server");
  });
});
