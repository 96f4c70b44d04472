import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { startServer } from "../support/embedded-server.ts";

const SUITE = fileURLToPath(new URL("../../protocol/conformance/main.ts", import.meta.url));

/** Everything the suite prints about a server with that environment. */
async function suiteOn(env: Readonly<Record<string, string>>): Promise<string> {
  const server = await startServer({ env });
  try {
    const args = ["--import", "tsx", SUITE, server.base, server.cable, server.token];
    const suite = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
    let output = "";
    suite.stdout.setEncoding("utf8").on("data", (text) => (output += text));
    await once(suite, "close");
    return output;
  } finally {
    await server.stop("SIGKILL");
  }
}

/** It makes about a hundred claims, some of which take seconds; on a busy machine more. */
const LIMIT_MS = 240_000;

describe("the conformance suite", { timeout: LIMIT_MS }, () => {
  it("sees from outside that the embedded server keeps the contract, all of it", async () => {
    const output = await suiteOn({ CABLECHAT_RESPONDER: "commands" });
    expect(output).not.toMatch(/FAILED|NOT SHOWN/);
    expect(output).toMatch(/\n\d{2,} passed, 0 failed\n$/);
  });

  it("says what it could not look at where nothing streams, and does not count it as passed", async () => {
    const output = await suiteOn({});
    expect(output).not.toContain("FAILED");
    expect(output).toMatch(/NOT SHOWN {2}cancelling ends it as cancelled.*\n +no streaming responder/);
    expect(output).toMatch(/\n\d{2,} passed, 0 failed, 7 NOT SHOWN\n$/);
  });
});
