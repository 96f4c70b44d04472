import { startServer } from "../../support/embedded-server.ts";
import type { StartBackend } from "./backend.ts";

/** The embedded server as a backend. Tests write faster than visitors do, so its limits are out of the way. */
export const startEmbeddedBackend: StartBackend = async ({ origins }) => {
  const server = await startServer({
    env: {
      CABLECHAT_SENDS_PER_MINUTE: "100000",
      CABLECHAT_REQUESTS_PER_MINUTE: "1000000",
      CABLECHAT_LOG: "off",
      // Silent unless it is told to stream.
      CABLECHAT_RESPONDER: "commands",
      ...(origins ? { CABLECHAT_ORIGINS: origins.join(",") } : {}),
    },
  });
  const { origin, base, cable, token, control } = server;
  let running = true;
  return {
    origin,
    base,
    cable,
    token,
    webchat: "demo",
    desk: `${origin}/desk`,
    halt: async (signal) => {
      running = false;
      await control.halt(signal);
    },
    start: async () => {
      if (!running) await control.start();
      running = true;
    },
    stop: () => server.stop("SIGKILL"),
  };
};
