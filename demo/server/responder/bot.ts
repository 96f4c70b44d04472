import { setTimeout as elapse } from "node:timers/promises";
import type { StreamingReply } from "../chat/streaming-reply.ts";
import type { ReadMessage, Responder, Turn } from "./responder.ts";
import { commanded, friendly, type Step } from "./script.ts";

/** The bot does not talk into a conversation that a person has taken on, for so long, in milliseconds. */
const AGENT_FLOOR_MS = 10 * 60_000;

/** The scripted bot: does what it is told (`stream 200`, `slow`, `fail`), and explains Cablechat otherwise. */
export const bot: Responder = async (turn) => {
  const steps = commanded(turn.message.body) ?? (agentSpeaks(turn) ? null : friendly(turn.message.body));
  if (steps) await perform(turn, steps);
};

/** The same, but silent unless it is told something: for tests, and for the conformance suite. */
export const commandsOnly: Responder = async (turn) => {
  const steps = commanded(turn.message.body);
  if (steps) await perform(turn, steps);
};

/** Two hundred words, whatever was said: something to break while it streams. */
export const storyteller: Responder = (turn) => perform(turn, commanded("stream 200") ?? []);

function agentSpeaks({ message, conversation }: Turn): boolean {
  const since = message.createdAt.getTime() - AGENT_FLOOR_MS;
  const recent = ({ author, createdAt }: ReadMessage) => author.type === "agent" && createdAt.getTime() > since;
  return conversation.messages().some(recent);
}

async function perform({ conversation }: Turn, steps: readonly Step[]): Promise<void> {
  await conversation.streamReply(async (reply) => {
    for (const step of steps) {
      if (step.type === "fail") throw new Error(step.reason);
      if (step.type === "pause") await elapse(step.ms, undefined, { signal: reply.signal });
      else await say(reply, step.words, step.everyMs);
    }
  });
}

/** A space stands before a word rather than after it, so that the text never ends in one. */
async function say(reply: StreamingReply, words: readonly string[], everyMs: number): Promise<void> {
  for (const word of words) {
    reply.append(reply.empty ? word : ` ${word}`);
    await elapse(everyMs, undefined, { signal: reply.signal });
  }
}
