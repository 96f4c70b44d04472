import { expect, test } from "vitest";
import { ChatRig } from "../support/chat-rig.ts";
import { answer } from "../support/scripted-fetch.ts";

test.each([408, 425, 429, 500, 503])(
  "a send that is answered with %i is repeated under the same client id",
  async (status) => {
    const rig = new ChatRig({}, { returning: true });
    const clientIds: unknown[] = [];
    rig.routes.set("POST /messages", ({ client_id }) => {
      clientIds.push(client_id);
      if (clientIds.length === 3) rig.routes.delete("POST /messages");
      return answer({}, status);
    });
    rig.chat.start();
    const clientId = rig.chat.send("Hello");
    await rig.channel.world.advance(60_000);
    expect(clientIds).toEqual([clientId, clientId, clientId]);
    expect(rig.rows.map(({ client_id, body }) => [client_id, body])).toEqual([[clientId, "Hello"]]);
    expect(rig.chat.messages.map(({ delivery }) => delivery)).toEqual(["sent"]);
  },
);
