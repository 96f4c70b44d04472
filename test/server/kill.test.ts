import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { startServer } from "../support/embedded-server.ts";
import { type SentMessage, TestVisitor } from "../support/test-visitor.ts";

const SENDERS = 8;

/** How many answers are awaited before the kill: early, in the first commits, and well under way. */
const MOMENTS = [1, 2, 5, 13, 40, 111];

describe("kill -9 during concurrent sends", () => {
  it("loses nothing that was answered 2xx, and doubles nothing that is sent again", async () => {
    const server = await startServer({ env: { CABLECHAT_SENDS_PER_MINUTE: "100000" } });
    const visitor = new TestVisitor(server);
    const answered = new Map<string, SentMessage>();
    const unanswered = new Set<string>();
    try {
      for (const moment of MOMENTS) {
        await sendUntilKilled(moment);
        await server.control.start();
        const rows = await visitor.all();
        const byClientId = new Map(rows.map((row) => [row.client_id, row]));
        for (const [clientId, message] of answered) expect(byClientId.get(clientId)).toEqual(message);
        expect(rows.map(({ revision }) => revision)).toEqual(rows.map((_, index) => index + 1));
      }
      for (const clientId of unanswered) await visitor.send("again", clientId);
      const rows = await visitor.all();
      expect(rows.length).toBe(answered.size + unanswered.size);
      expect(new Set(rows.map(({ conversation }) => conversation)).size).toBe(1);
    } finally {
      await server.stop("SIGKILL");
    }

    async function sendUntilKilled(moment: number): Promise<void> {
      let answers = 0;
      let killed: Promise<unknown> | null = null;
      const sender = async () => {
        while (!killed) {
          const clientId = randomUUID();
          unanswered.add(clientId);
          try {
            const message = await visitor.send(`to be kept ${clientId}`, clientId);
            unanswered.delete(clientId);
            answered.set(clientId, message);
          } catch (error) {
            // The named case: the connection broke with the server.
            if (!(error instanceof TypeError)) throw error;
            return;
          }
          answers += 1;
          if (answers >= moment) killed ??= server.control.halt("SIGKILL");
        }
      };
      await Promise.all(Array.from({ length: SENDERS }, sender));
      await killed;
    }
  });
});
