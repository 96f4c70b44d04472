import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Turn } from "../../../../../demo/server/responder/responder.ts";
import { elapse, LIMIT_MS, responding } from "./responding.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("a responder", () => {
  it("is run after the request's own work is done, and answers", async () => {
    const { ask, said } = responding(({ message, conversation }) => {
      conversation.reply(`You said: ${message.body}`);
    });
    ask("hello");
    expect(said()).toEqual(["visitor complete hello"]);
    await elapse();
    expect(said()).toEqual(["visitor complete hello", "bot complete You said: hello"]);
  });

  it("is told who asks, as far as the host application vouches for it", async () => {
    const seen: unknown[] = [];
    const { embedded, chat, conversation, ask } = responding(({ message, visitor }) => {
      seen.push(visitor, message.replyTo);
    });
    chat.identify(embedded.session(), { identifier: "42", name: "Maria", attributes: { plan: "gold" } });
    conversation.reply("Can I help?", { author: { type: "agent", id: "1", name: "Ana", avatarUrl: null } });
    ask("yes");
    await elapse();
    expect(seen).toEqual([{ name: "Maria", identifier: "42", email: null, attributes: { plan: "gold" } }, null]);
  });

  it("reads the conversation so far, oldest first, without what was deleted", async () => {
    let read: string[] = [];
    const { conversation, chat, embedded, ask } = responding((turn) => {
      read = turn.conversation.messages().map(({ body, author }) => `${author.type}: ${body}`);
    });
    const visitor = chat.visitor(embedded.session());
    conversation.delete(conversation.post(visitor, { body: "a slip" }));
    conversation.post(visitor, { body: "one" });
    ask("two");
    await elapse();
    expect(read).toEqual(["visitor: one", "visitor: two"]);
  });

  it("answers the messages of a conversation one at a time, in order", async () => {
    const { ask, said } = responding(async ({ message, conversation }) => {
      await conversation.streamReply(async (reply) => {
        for (const piece of ["to ", message.body]) {
          reply.append(piece);
          await new Promise((next) => setTimeout(next, 200));
        }
      });
    });
    for (const body of ["one", "two", "three"]) ask(body);
    await elapse(300);
    expect(said().slice(3)).toEqual(["bot streaming to one"]);
    await elapse(2_000);
    expect(said().slice(3)).toEqual(["bot complete to one", "bot complete to two", "bot complete to three"]);
  });

  it("that hangs in one conversation answers in another", async () => {
    const { embedded, chat, ask, said } = responding(async ({ message, conversation }) => {
      if (message.body === "hang") await new Promise(() => undefined);
      conversation.reply("here");
    });
    const other = chat.openConversation(embedded.session("other"));
    ask("hang");
    ask("hello", other);
    await elapse();
    expect(said(other).at(-1)).toBe("bot complete here");
  });

  it("that throws fails its reply with the text it had, is logged, and answers the next message", async () => {
    const { ask, said, log } = responding(async ({ message, conversation }) => {
      await conversation.streamReply(async (reply) => {
        reply.append("half");
        if (message.body === "bad") throw new Error("the model went away");
      });
    });
    const { id } = ask("bad");
    ask("good");
    await elapse(200);
    expect(said().slice(2)).toEqual(["bot failed half", "bot complete half"]);
    expect(log).toEqual([
      expect.stringMatching(new RegExp(`^error responder: message ${id} of .*the model went away`)),
    ]);
  });

  it("goes on with the next message where the database would not give the first", async () => {
    const { ask, said, log, store } = responding(({ message, conversation }) => {
      conversation.reply(`to ${message.body}`);
    });
    ask("one");
    ask("two");
    vi.spyOn(store.messages, "find").mockImplementationOnce(() => {
      throw new Error("disk I/O error");
    });
    await elapse();
    expect(said().slice(2)).toEqual(["bot complete to two"]);
    expect(log).toEqual([expect.stringContaining("disk I/O error")]);
  });

  it("that throws at once, without a promise, is logged, and answers the next message", async () => {
    const { ask, said, log } = responding(({ message, conversation }) => {
      if (message.body === "bad") throw new Error("no key");
      conversation.reply("fine");
    });
    ask("bad");
    ask("good");
    await elapse();
    expect([said().at(-1), log.length]).toEqual(["bot complete fine", 1]);
  });

  it("that hangs is ended by its time limit: the reply failed with its text, the next message answered", async () => {
    const aborted: unknown[] = [];
    const { ask, said, log } = responding(async ({ message, conversation, signal }) => {
      signal.addEventListener("abort", () => aborted.push(message.body));
      await conversation.streamReply(async (reply) => {
        reply.append("so far");
        reply.signal.addEventListener("abort", () => aborted.push(`the reply to ${message.body}`));
        if (message.body === "hang") await new Promise(() => undefined);
      });
    });
    ask("hang");
    ask("next");
    await elapse(LIMIT_MS - 1);
    expect(said().slice(2)).toEqual(["bot streaming so far"]);
    await elapse(200);
    expect(said().slice(2)).toEqual(["bot failed so far", "bot complete so far"]);
    expect(aborted.slice(0, 2)).toEqual(["hang", "the reply to hang"]);
    expect(log).toEqual([expect.stringContaining("Not answered within 60 s.")]);
  });

  it("says nothing any more once it has returned", async () => {
    let kept: Turn | undefined;
    const { ask, said } = responding((turn) => {
      kept = turn;
    });
    ask("hello");
    await elapse();
    expect(kept?.signal.aborted).toBe(true);
    expect(() => kept?.conversation.reply("too late")).toThrow("The turn is over.");
    expect(said().length).toBe(1);
  });

  it("says nothing any more once its time is over", async () => {
    let late: (() => void) | undefined;
    const { ask, said } = responding(async ({ conversation }) => {
      late = () => conversation.reply("too late");
      await new Promise(() => undefined);
    });
    ask("hello");
    await elapse(LIMIT_MS);
    expect(late).toThrow("Not answered within 60 s.");
    expect(said().length).toBe(1);
  });

  it("that does not await its reply has it finished, and its failure logged", async () => {
    const { ask, said, log } = responding(({ message, conversation }) => {
      void conversation.streamReply(async (reply) => {
        await new Promise((next) => setTimeout(next, 500));
        reply.append("done");
        if (message.body === "bad") throw new Error("nobody listens");
      });
    });
    ask("good");
    ask("bad");
    await elapse(2_000);
    expect(said().slice(2)).toEqual(["bot complete done", "bot failed done"]);
    expect(log).toEqual([expect.stringContaining("nobody listens")]);
  });
});
