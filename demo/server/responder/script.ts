/** One step of a scripted answer. */
export type Step =
  | { readonly type: "say"; readonly words: readonly string[]; readonly everyMs: number }
  | { readonly type: "pause"; readonly ms: number }
  | { readonly type: "fail"; readonly reason: string };

const WORD_MS = 25;
const MAX_WORDS = 2_000;

/** What the bot does when it is told to: `stream 200`, `stream 200 10`, `slow`, `slow 3`, `fail`; `null` for anything else. */
export function commanded(text: string): readonly Step[] | null {
  const [command, ...given] = text.trim().toLowerCase().split(/\s+/);
  if (!given.every((word) => /^\d{1,5}$/.test(word))) return null;
  const [first, second, ...more] = given.map(Number);
  if (more.length > 0) return null;
  if (command === "stream" && first !== undefined && first >= 1) {
    const words = Array.from({ length: Math.min(first, MAX_WORDS) }, (_, index) => `word${index + 1}`);
    return [{ type: "say", words, everyMs: Math.min(second ?? WORD_MS, 1_000) }];
  }
  if (second !== undefined) return null;
  if (command === "slow") {
    return [say("Let me look that up."), { type: "pause", ms: Math.min(first ?? 5, 60) * 1_000 }, say("Here it is.")];
  }
  if (command === "fail" && first === undefined) {
    return [
      say("This answer ends in the middle of a"),
      { type: "fail", reason: "The script says that it fails here." },
    ];
  }
  return null;
}

const ABOUT =
  "I am a script, and nobody has told me anything about your shop. But I can say what you are looking at. " +
  "This is Cablechat, a chat widget that does not lose a message. My words come one by one, over one WebSocket; each is stored " +
  "before you see it. Pull the plug, put your laptop to sleep, or restart the server while I talk: when you are back, the text is " +
  "exactly what the server has. Cancel stops me, from any tab. Write “stream 200” for a long answer, “slow” for one with a " +
  "pause, or “fail” for one that breaks.";

/** The same answer to the same message, always. */
export function friendly(text: string): readonly Step[] {
  const opening = /\?\s*$/.test(text) ? "Good question!" : "Hello!";
  return [say(`${opening} ${ABOUT}`)];
}

function say(text: string): Step {
  return { type: "say", words: text.split(" "), everyMs: WORD_MS };
}
