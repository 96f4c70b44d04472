import { describe, expect, it } from "vitest";
import { AgentChannel } from "../../../src/channels/agent-channel.ts";
import { ApplicationChannel } from "../../../src/channels/application-channel.ts";
import { DeskRig } from "../../support/desk-rig.ts";

function joined(rig: DeskRig, token = rig.backend.token) {
  const heard: unknown[] = [];
  const application = new ApplicationChannel("ws://app.example.com/cable", rig.ports);
  const channel = new AgentChannel({
    application,
    identifier: { channel: "AgentChannel", id: "acme", token },
    events: {
      confirmed: () => heard.push("confirmed"),
      disconnected: () => heard.push("disconnected"),
      rejected: () => heard.push("rejected"),
      received: (data) => heard.push(data),
    },
  });
  channel.join();
  return { channel, application, heard };
}

describe("AgentChannel", () => {
  it("is confirmed on each new socket, and knows in between that it is not", async () => {
    const rig = new DeskRig();
    const { channel, heard } = joined(rig);
    expect(channel.confirmed).toBe(false);
    await rig.clock.advance(100);
    expect(channel.confirmed).toBe(true);
    rig.backend.cut();
    expect(channel.confirmed).toBe(false);
    await rig.clock.advance(5_000);
    expect(heard).toEqual(["confirmed", "disconnected", "confirmed"]);
  });

  it("passes on what the cable brings as it came", async () => {
    const rig = new DeskRig();
    const { heard } = joined(rig);
    await rig.clock.advance(100);
    rig.backend.frame({ type: "whatever" });
    expect(heard.at(-1)).toEqual({ type: "whatever" });
  });

  it("is over after a rejection, and holds no socket", async () => {
    const rig = new DeskRig();
    const { channel, application, heard } = joined(rig, "stolen");
    await rig.clock.advance(100);
    expect([heard, channel.confirmed, application.status.state]).toEqual([["rejected"], false, "idle"]);
  });

  it("joins once, however often it is told to", async () => {
    const rig = new DeskRig();
    const { channel, heard } = joined(rig);
    channel.join();
    await rig.clock.advance(100);
    expect(heard).toEqual(["confirmed"]);
  });

  it("hears nothing after it has left", async () => {
    const rig = new DeskRig();
    const { channel, heard } = joined(rig);
    await rig.clock.advance(100);
    channel.leave();
    rig.backend.frame({ type: "whatever" });
    expect([heard, rig.backend.sockets.size]).toEqual([["confirmed"], 0]);
  });

  it("leaves what it has not joined without harm", () => {
    const { ports } = new DeskRig();
    const application = new ApplicationChannel("ws://app.example.com/cable", ports);
    const nothing = () => undefined;
    const events = { confirmed: nothing, disconnected: nothing, rejected: nothing, received: nothing };
    const channel = new AgentChannel({ application, identifier: { channel: "AgentChannel" }, events });
    channel.leave();
    expect(application.status.state).toBe("idle");
  });
});
