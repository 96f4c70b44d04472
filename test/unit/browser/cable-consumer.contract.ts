import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { CableConsumer, CableSocket, CableSocketEvents } from "../../../src/core/ports.ts";
import { fixtures } from "../../support/fixtures.ts";
import { frames, IDENTIFIER, type ServerSide } from "../../support/server-side.ts";

/** Somewhere a consumer can connect to, whose end of the sockets a test plays. */
export interface CableSite {
  readonly url: string;
  /** A URL nobody listens at; `null` where there is no such thing. */
  readonly deadUrl: string | null;
  /** The server's end of the next socket. */
  accept(): Promise<ServerSide>;
  /** How many sockets have come so far. */
  readonly accepted: number;
  /** Resolves when `condition` holds, looking after everything that happens. */
  until(condition: () => boolean): Promise<void>;
  close(): Promise<void>;
}

/** What every `CableConsumer` does, the double and the real thing alike. */
export function describeCableConsumer(name: string, consumer: CableConsumer, openSite: () => Promise<CableSite>): void {
  describe(name, () => {
    let site: CableSite;
    let events: string[];
    let opened: CableSocket[];

    beforeEach(async () => {
      site = await openSite();
      [events, opened] = [[], []];
    });

    afterEach(async () => {
      for (const socket of opened) socket.close();
      await site.close();
    });

    const listener: CableSocketEvents = {
      welcomed: () => events.push("welcomed"),
      heard: () => events.push("heard"),
      disconnected: ({ reason, reconnect }) => events.push(`disconnected ${reason} ${reconnect}`),
      unreadable: () => events.push("unreadable"),
      closed: () => events.push("closed"),
    };

    function open(url = site.url): CableSocket {
      const socket = consumer.open(url, listener);
      opened.push(socket);
      return socket;
    }

    async function welcomed(): Promise<{ socket: CableSocket; server: ServerSide }> {
      const accepted = site.accept();
      const socket = open();
      const server = await accepted;
      server.send(frames.welcome);
      await site.until(() => events.includes("welcomed"));
      events.length = 0;
      return { socket, server };
    }

    function subscribe(socket: CableSocket) {
      return socket.subscribe(IDENTIFIER, {
        confirmed: () => events.push("confirmed"),
        rejected: () => events.push("rejected"),
        received: (data) => events.push(`received ${JSON.stringify(data)}`),
      });
    }

    /** A ping after everything else: once it is heard, the rest has been. */
    async function pinged(server: ServerSide): Promise<string[]> {
      const before = events.filter((event) => event === "heard").length;
      server.send(frames.ping);
      await site.until(() => events.filter((event) => event === "heard").length > before);
      return events.filter((event) => event !== "heard");
    }

    test("a welcome is heard, and told as a welcome", async () => {
      const accepted = site.accept();
      open();
      (await accepted).send(frames.welcome);
      await site.until(() => events.length >= 2);
      expect(events).toEqual(["heard", "welcomed"]);
    });

    test("a ping is a sign of life and nothing else", async () => {
      const { server } = await welcomed();
      server.send(frames.ping);
      await site.until(() => events.length > 0);
      expect(events).toEqual(["heard"]);
    });

    test("subscribing sends the identifier as JSON text, once", async () => {
      const { socket, server } = await welcomed();
      subscribe(socket);
      await site.until(() => server.commands.length > 0);
      expect(server.commands).toEqual([{ command: "subscribe", identifier: JSON.stringify(IDENTIFIER) }]);
    });

    test("a confirmation reaches its subscription", async () => {
      const { socket, server } = await welcomed();
      subscribe(socket);
      server.send(frames.confirm(IDENTIFIER));
      expect(await pinged(server)).toEqual(["confirmed"]);
    });

    test("a rejection reaches its subscription, and what comes for it later does not", async () => {
      const { socket, server } = await welcomed();
      subscribe(socket);
      server.send(frames.reject(IDENTIFIER));
      server.send(frames.message(IDENTIFIER, { type: "typing" }));
      expect(await pinged(server)).toEqual(["rejected"]);
    });

    test("a message reaches its subscription as it is", async () => {
      const { socket, server } = await welcomed();
      subscribe(socket);
      server.send(frames.confirm(IDENTIFIER));
      server.send(frames.message(IDENTIFIER, { type: "typing", state: "started" }));
      expect(await pinged(server)).toEqual(["confirmed", 'received {"type":"typing","state":"started"}']);
    });

    test("what is meant for another subscription is heard, and given to nobody", async () => {
      const { socket, server } = await welcomed();
      subscribe(socket);
      server.send(frames.confirm({ ...IDENTIFIER, conversation: "78" }));
      server.send(frames.message({ ...IDENTIFIER, conversation: "78" }, {}));
      expect(await pinged(server)).toEqual([]);
    });

    test.each(["no JSON", "", "null", "7", '"ping"'])(
      "a frame that is none (%j) is told, and the socket lives on",
      async (text) => {
        const { server } = await welcomed();
        server.send(text);
        expect(await pinged(server)).toEqual(["unreadable"]);
      },
    );

    test("a frame of a type nobody knows does no harm", async () => {
      const { socket, server } = await welcomed();
      subscribe(socket);
      server.send('{"type":"reboot","identifier":7}');
      server.send(JSON.stringify({ type: "confirm_history", identifier: JSON.stringify(IDENTIFIER) }));
      server.send('{"message":{}}');
      server.send("[]");
      expect(await pinged(server)).toEqual([]);
    });

    test.each(fixtures("cable-frame").filter(({ valid }) => valid))(
      "the contract's example is readable: $name",
      async ({ value }) => {
        const { server } = await welcomed();
        server.send(JSON.stringify(value));
        expect(await pinged(server)).not.toContain("unreadable");
      },
    );

    // One that does not say whether to come back means yes.
    test.each([
      ["server_restart", true],
      ["unauthorized", false],
      ["remote", undefined],
    ])("a disconnect frame is told with its reason, and whether to come back: %s %s", async (reason, reconnect) => {
      const { server } = await welcomed();
      server.send(frames.disconnect(reason, reconnect));
      await site.until(() => events.length >= 2);
      expect(events).toEqual(["heard", `disconnected ${reason} ${reconnect ?? true}`]);
    });

    test("perform() sends its action with the data", async () => {
      const { socket, server } = await welcomed();
      const subscription = subscribe(socket);
      server.send(frames.confirm(IDENTIFIER));
      await pinged(server);
      subscription.perform("typing", { state: "started" });
      await site.until(() => server.commands.length > 1);
      const { command, identifier, data } = server.commands[1] ?? { command: "", identifier: "" };
      expect([command, identifier, JSON.parse(data ?? "")]).toEqual([
        "message",
        JSON.stringify(IDENTIFIER),
        { state: "started", action: "typing" },
      ]);
    });

    test("unsubscribing tells the server, and nothing comes any more", async () => {
      const { socket, server } = await welcomed();
      const subscription = subscribe(socket);
      server.send(frames.confirm(IDENTIFIER));
      await pinged(server);
      events.length = 0;
      subscription.unsubscribe();
      await site.until(() => server.commands.length > 1);
      expect(server.commands[1]).toEqual({ command: "unsubscribe", identifier: JSON.stringify(IDENTIFIER) });
      server.send(frames.message(IDENTIFIER, {}));
      expect(await pinged(server)).toEqual([]);
    });

    test("when the server closes it is told once, and no other socket is opened", async () => {
      const { socket, server } = await welcomed();
      subscribe(socket);
      server.end();
      await site.until(() => events.includes("closed"));
      await (await welcomed()).socket.close();
      expect(events.filter((event) => event === "closed")).toEqual([]);
      expect(site.accepted).toBe(2);
    });

    test("a socket that never opens is told as closed, once", async () => {
      if (site.deadUrl === null) return;
      open(site.deadUrl);
      await site.until(() => events.includes("closed"));
      expect(events).toEqual(["closed"]);
    });

    test("after close() nothing is told any more", async () => {
      const { socket, server } = await welcomed();
      subscribe(socket);
      socket.close();
      server.send(frames.confirm(IDENTIFIER));
      server.end();
      await welcomed();
      expect(events).toEqual([]);
    });

    test("close() ends a socket that is still connecting, without a word", async () => {
      open().close();
      await welcomed();
      expect(events).toEqual([]);
    });

    test("what is asked of a closed socket does nothing", async () => {
      const { socket, server } = await welcomed();
      const subscription = subscribe(socket);
      await site.until(() => server.commands.length === 1);
      socket.close();
      subscription.perform("typing", {});
      subscription.unsubscribe();
      await welcomed();
      expect(server.commands).toHaveLength(1);
      expect(site.accepted).toBe(2);
    });

    test("a URL that no socket takes is refused at once", () => {
      expect(() => open("ws://no host/")).toThrow();
    });
  });
}
