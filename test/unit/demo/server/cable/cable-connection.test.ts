import { EventEmitter } from "node:events";
import { describe, expect, it, vi } from "vitest";
import type { WebSocket } from "ws";
import type { CableChannel } from "../../../../../demo/server/cable/cable-channel.ts";
import { CableConnection } from "../../../../../demo/server/cable/cable-connection.ts";

class FakeSocket extends EventEmitter {
  readonly OPEN = 1;
  readyState = 1;
  bufferedAmount = 0;
  readonly sent: { type?: string; identifier?: string; message?: unknown }[] = [];
  readonly terminate = vi.fn();
  readonly close = vi.fn();

  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }
}

function connected() {
  const socket = new FakeSocket();
  const deliveries: ((json: string) => void)[] = [];
  const performed: string[] = [];
  const ended = vi.fn();
  const rejections: (() => void)[] = [];
  const echo: CableChannel = (params, { deliver, reject }) => {
    if (params["reject"]) return null;
    deliveries.push(deliver);
    rejections.push(reject);
    return { perform: (action) => performed.push(action), end: ended };
  };
  const connection = new CableConnection({ socket: socket as unknown as WebSocket, channels: { Echo: echo } });
  const command = (value: unknown) => socket.emit("message", JSON.stringify(value), false);
  const subscribe = (params: object) => command({ command: "subscribe", identifier: JSON.stringify(params) });
  return { socket, connection, deliveries, rejections, performed, ended, command, subscribe };
}

describe("CableConnection", () => {
  it("answers a second subscribe to the same identifier with silence, as Rails does", () => {
    const { socket, subscribe, deliveries } = connected();
    subscribe({ channel: "Echo" });
    subscribe({ channel: "Echo" });
    expect(socket.sent.map(({ type }) => type)).toEqual(["welcome", "confirm_subscription"]);
    expect(deliveries.length).toBe(1);
  });

  it("rejects what a channel rejects, a channel there is not, and names of things every object has", () => {
    const { socket, subscribe } = connected();
    for (const params of [{ channel: "Echo", reject: true }, { channel: "Other" }, { channel: "constructor" }, {}])
      subscribe(params);
    expect(socket.sent.slice(1).map(({ type }) => type)).toEqual(Array(4).fill("reject_subscription"));
  });

  it("rejects an identifier that is no JSON, or too long", () => {
    const { socket, command } = connected();
    command({ command: "subscribe", identifier: "{" });
    command({ command: "subscribe", identifier: JSON.stringify({ channel: "Echo", padding: "x".repeat(3_000) }) });
    expect(socket.sent.slice(1).map(({ type }) => type)).toEqual(["reject_subscription", "reject_subscription"]);
  });

  it("gives the 101st subscription of a socket no room", () => {
    const { socket, subscribe } = connected();
    for (let index = 0; index <= 100; index += 1) subscribe({ channel: "Echo", index });
    expect(socket.sent.slice(1).filter(({ type }) => type === "confirm_subscription").length).toBe(100);
    expect(socket.sent.at(-1)?.type).toBe("reject_subscription");
  });

  it("delivers under the identifier as it was given", () => {
    const { socket, command, deliveries } = connected();
    const identifier = '{ "channel" : "Echo" }';
    command({ command: "subscribe", identifier });
    deliveries[0]?.('{"type":"typing"}');
    expect(socket.sent.at(-1)).toEqual({ identifier, message: { type: "typing" } });
  });

  it("performs on what is subscribed to, and on nothing else", () => {
    const { command, subscribe, performed } = connected();
    const identifier = JSON.stringify({ channel: "Echo" });
    const act = () => command({ command: "message", identifier, data: JSON.stringify({ action: "typing" }) });
    act();
    subscribe({ channel: "Echo" });
    act();
    command({ command: "message", identifier, data: "no json" });
    command({ command: "unsubscribe", identifier });
    act();
    expect(performed).toEqual(["typing"]);
  });

  it("lets a channel reject what it had confirmed: the subscription ends, and may be tried again", () => {
    const { socket, subscribe, rejections, ended } = connected();
    subscribe({ channel: "Echo" });
    rejections[0]?.();
    expect(ended).toHaveBeenCalledOnce();
    subscribe({ channel: "Echo" });
    const identifier = JSON.stringify({ channel: "Echo" });
    expect(socket.sent.slice(1)).toEqual([
      { identifier, type: "confirm_subscription" },
      { identifier, type: "reject_subscription" },
      { identifier, type: "confirm_subscription" },
    ]);
  });

  it("drops a reader who is megabytes behind", () => {
    const { socket, subscribe, deliveries } = connected();
    subscribe({ channel: "Echo" });
    socket.bufferedAmount = 5 * 1024 * 1024;
    deliveries[0]?.("{}");
    expect(socket.terminate).toHaveBeenCalledOnce();
  });

  it("ends its subscriptions when its socket closes", () => {
    const { socket, subscribe, ended } = connected();
    subscribe({ channel: "Echo", one: 1 });
    subscribe({ channel: "Echo", two: 2 });
    socket.emit("close");
    expect(ended).toHaveBeenCalledTimes(2);
  });

  it("ignores a flood of commands", () => {
    const { command, subscribe, performed } = connected();
    subscribe({ channel: "Echo" });
    const identifier = JSON.stringify({ channel: "Echo" });
    vi.spyOn(performance, "now").mockReturnValue(0);
    for (let index = 0; index < 1_000; index += 1)
      command({ command: "message", identifier, data: '{"action":"typing"}' });
    expect(performed.length).toBeLessThan(200);
  });
});
