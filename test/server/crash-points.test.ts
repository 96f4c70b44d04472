import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import { CableProbe } from "../support/cable-probe.ts";
import { type EmbeddedServer, startServer } from "../support/embedded-server.ts";
import { TestVisitor } from "../support/test-visitor.ts";

let server: EmbeddedServer;
afterEach(() => server.stop("SIGKILL"));

/** Sends the message at which the server dies; then the server is up again. */
async function crash(point: string) {
  server = await startServer({ env: { CABLECHAT_CRASH_AT: point } });
  const visitor = new TestVisitor(server);
  const { conversation } = await visitor.send("before");
  const probe = await CableProbe.open(server.cable);
  await probe.subscribe(visitor.identifier(conversation));
  const clientId = randomUUID();
  await expect(visitor.send("crash", clientId)).rejects.toThrow(TypeError);
  await probe.closed;
  await server.control.start();
  const shown = probe.frames.flatMap(({ message }) => message?.message?.body ?? []);
  return { visitor, clientId, shown };
}

describe.each([
  { point: "before-broadcast", shown: [] },
  { point: "before-response", shown: ["crash"] },
])("a server that dies after the commit, $point", ({ point, shown }) => {
  it("has the message: the catch-up brings it, and the retry is the same message, once", async () => {
    const crashed = await crash(point);
    expect(crashed.shown).toEqual(shown);
    const [, message, ...more] = await crashed.visitor.all();
    expect([message?.body, message?.client_id, more]).toEqual(["crash", crashed.clientId, []]);
    expect(await crashed.visitor.send("crash", crashed.clientId)).toEqual(message);
    expect((await crashed.visitor.all()).length).toBe(2);
  });
});
