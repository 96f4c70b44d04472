import { startServer } from "../test/support/embedded-server.ts";
import { runScript } from "./support/run.ts";

/** Runs the conformance suite on the embedded server, on a free port and an empty data folder. */
const server = await startServer();
try {
  const { ok } = await runScript("protocol/conformance/main.ts", [server.base, server.cable, server.token]);
  process.exitCode = ok ? 0 : 1;
} finally {
  await server.stop();
}
