import { readConfig } from "./config.ts";
import { ConfigError } from "./config-error.ts";
import { EmbeddedServer } from "./embedded-server.ts";
import { consoleLog, errorLog } from "./http/log.ts";
import { loadResponder } from "./responder/load-responder.ts";

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
  const respond = config.responder && (await loadResponder(config.responder.name));
  const server = new EmbeddedServer(config, config.log ? consoleLog : errorLog, respond);
  if (respond) {
    // A promise a responder's module has let go of would end the process, and everybody's chat with it.
    process.on("unhandledRejection", (error) => {
      process.stderr.write(
        `error A promise nobody awaits was rejected: ${error instanceof Error ? error.stack : error}\n`,
      );
    });
  }
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
