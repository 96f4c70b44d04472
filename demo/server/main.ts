import { type Config, readConfig } from "./config.ts";
import { ConfigError } from "./config-error.ts";
import { consoleLog } from "./http/log.ts";
import { listenFaultControl } from "./supervisor/fault-control.ts";
import { watchParent } from "./supervisor/orphan-watch.ts";
import { ServerProcess } from "./supervisor/server-process.ts";

/** `npm start`: the server as a child, and beside it what can stop and start it for the demo page. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const env: Record<string, string> = {
    PORT: String(config.port),
    CABLECHAT_DATA: config.dataDir,
    CABLECHAT_AGENT_TOKEN: config.agent.token,
  };
  const server = new ServerProcess({
    env,
    onCrash: (reason) => {
      process.stderr.write(`The server ended by itself (${reason}).\n`);
      process.exit(1);
    },
  });
  const control = await listenFaultControl(server);
  env["CABLECHAT_CONTROL_URL"] = control.url;
  const stop = () => void server.stop("term").then(() => process.exit(0));
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  // Only under npm: whoever starts it by hand may well want it to outlive the shell.
  if (process.env["npm_lifecycle_event"] !== undefined) watchParent(stop);
  const { origin } = await server.start();
  control.allow(origin);
  consoleLog(banner(origin, config, control.url));
}

function banner(origin: string, { agent, responder }: Config, control: string): string {
  const bot = responder ? `on: ${responder.name}` : "off (CABLECHAT_RESPONDER=bot npm start switches it on)";
  return [
    "Cablechat",
    `  customer's page   ${origin}/`,
    `  agent's desk      ${origin}/desk   (asks for the token below)`,
    `  agent token       ${agent.token}`,
    `  answering bot     ${bot}`,
    `  REST              ${origin}/cablechat   (webchat id: demo)`,
    `  cable             ${origin.replace(/^http/, "ws")}/cable`,
    `  fault control     ${control}`,
    "Stop with Ctrl+C.",
  ].join("\n");
}

main().catch((error: unknown) => {
  // A setting that cannot work is told in one line; anything else with where it happened.
  process.stderr.write(`${error instanceof ConfigError ? error.message : (error as Error).stack}\n`);
  process.exit(1);
});
