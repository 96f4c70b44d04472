import { readConfig } from "./config.ts";
import { ConfigError } from "./config-error.ts";
import { EmbeddedServer } from "./embedded-server.ts";
import { consoleLog, noLog } from "./http/log.ts";

/** What the server tells whoever forked it. */
export interface ListeningMessage {
  readonly type: "listening";
  readonly origin: string;
  readonly agentToken: string;
}

/** Longer than a clean stop ever takes, in milliseconds. */
const EXIT_LIMIT_MS = 1_900;

/** One server process. With a parent (IPC) it ends when the parent does. */
async function serve(): Promise<void> {
  const config = readConfig(process.env);
  const server = new EmbeddedServer(config, config.log ? consoleLog : noLog);
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), EXIT_LIMIT_MS).unref();
    void server.stop().then(() => process.exit(0));
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  process.on("disconnect", () => process.exit(1));
  await server.listen();
  const { origin } = server;
  if (process.send) {
    const message: ListeningMessage = { type: "listening", origin, agentToken: config.agent.token };
    process.send(message);
  } else {
    consoleLog(`Cablechat listens on ${origin}, agent token ${config.agent.token}`);
  }
}

serve().catch((error: unknown) => {
  // A setting that cannot work is told in one line; anything else with where it happened.
  process.stderr.write(`${error instanceof ConfigError ? error.message : (error as Error).stack}\n`);
  process.exit(1);
});
