import { Agent } from "./agent.ts";
import { Backend } from "./backend.ts";
import { agentClaims } from "./claims/agent.ts";
import { bootstrapClaims } from "./claims/bootstrap.ts";
import { cableClaims } from "./claims/cable.ts";
import { catchingUpClaims } from "./claims/catching-up.ts";
import { conversationClaims } from "./claims/conversation.ts";
import { endedSessionClaims } from "./claims/ended-sessions.ts";
import { errorClaims } from "./claims/errors.ts";
import { originClaims } from "./claims/origins.ts";
import { sendingClaims } from "./claims/sending.ts";
import { streamingClaims } from "./claims/streaming.ts";
import { uploadClaims } from "./claims/uploads.ts";
import type { Context } from "./context.ts";
import { Suite } from "./suite.ts";

const USAGE = `Usage: npm run conformance -- BASE CABLE AGENT_TOKEN
  BASE         e.g. http://127.0.0.1:4000/cablechat
  CABLE        e.g. ws://127.0.0.1:4000/cable
  AGENT_TOKEN  what the agent signs in with
Environment: CABLECHAT_WEBCHAT (demo), CABLECHAT_AGENT_CHANNEL (AgentChannel)`;

/** The order is from what everything needs to what needs everything. */
const GROUPS: readonly ((context: Context) => Promise<void>)[] = [
  bootstrapClaims,
  sendingClaims,
  catchingUpClaims,
  errorClaims,
  originClaims,
  cableClaims,
  conversationClaims,
  uploadClaims,
  agentClaims,
  endedSessionClaims,
  streamingClaims,
];

async function main([base, cable, agentToken]: readonly string[]): Promise<number> {
  if (!base || !cable || !agentToken || !URL.canParse(base) || !URL.canParse(cable)) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const backend = new Backend({
    base: base.replace(/\/+$/, ""),
    cable,
    agentToken,
    webchat: process.env["CABLECHAT_WEBCHAT"] || "demo",
    agentChannel: process.env["CABLECHAT_AGENT_CHANNEL"] || "AgentChannel",
  });
  const suite = new Suite((line) => void process.stdout.write(`${line}\n`));
  const context = { suite, backend, agent: new Agent(backend) };
  for (const group of GROUPS) {
    try {
      await group(context);
    } catch (error) {
      // What a group needs before its first claim failed; that counts, and the other groups are still looked at.
      await suite.claim(`${group.name} can be made`, () => Promise.reject(error));
    }
  }
  suite.summary();
  return suite.failed > 0 ? 1 : 0;
}

process.exit(await main(process.argv.slice(2)));
