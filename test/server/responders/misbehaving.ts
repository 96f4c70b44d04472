import type { Responder } from "../../../demo/server/responder/responder.ts";

/** Does whatever the visitor asks for, however bad. */
export const respond: Responder = async ({ message, conversation }) => {
  if (message.body === "throw") throw new Error("thrown as asked");
  if (message.body === "hang") {
    await conversation.streamReply(async (reply) => {
      reply.append("before it hung");
      await new Promise(() => undefined);
    });
  }
  if (message.body === "flood") {
    await conversation.streamReply(async (reply) => {
      for (;;) reply.append("more and ".repeat(100));
    });
  }
  if (message.body === "stray") void Promise.reject(new Error("rejected as asked"));
  conversation.reply(`to ${message.body}`);
};
