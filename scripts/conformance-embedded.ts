import { startServer } from "../test/support/embedded-server.ts";
import { runScript } from "./support/run.ts";

/** Runs the conformance suite on the embedded server, on a free port and an empty data folder. */
// Somebody has to stream, or what is promised of streamed replies is not shown.
const server = await startServer({ env: { CABLECHAT_RESPONDER: "commands" } });
try {
  const { ok } = await runScript("protocol/conformance/main.ts", [server.base, server.cable, server.token]);
  process.exitCode = ok ? 0 : 1;
} finally {
  await server.stop();
}
