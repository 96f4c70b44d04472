import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { startServer } from "../support/embedded-server.ts";

const SUITE = fileURLToPath(new URL("../../protocol/conformance/main.ts", import.meta.url));

it("the embedded server keeps the contract, as the conformance suite sees it from outside", async () => {
  const server = await startServer();
  try {
    const args = ["--import", "tsx", SUITE, server.base, server.cable, server.token];
    const suite = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
    let output = "";
    suite.stdout.setEncoding("utf8").on("data", (text) => (output += text));
    await once(suite, "close");
    expect(output).not.toContain("FAILED");
    expect(output).toMatch(/\n\d{2,} passed, 0 failed\n$/);
  } finally {
    await server.stop("SIGKILL");
  }
});
