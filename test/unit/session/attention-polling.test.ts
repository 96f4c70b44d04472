import { beforeEach, describe, expect, test } from "vitest";
import { Attention } from "../../../src/session/attention.ts";
import { ChannelRig } from "../../support/channel-rig.ts";

let rig: ChannelRig;
let looks: number;
let polling: boolean;
let attention: Attention;

beforeEach(() => {
  rig = new ChannelRig();
  [looks, polling] = [0, true];
  attention = new Attention(rig.ports, {
    messages: () => [],
    unread: () => undefined,
    read: () => undefined,
    isPolling: () => polling,
    look: () => {
      looks += 1;
    },
    report: () => Promise.resolve(),
  });
  attention.refresh();
});

describe("Attention, where there is no socket", () => {
  async function looksIn(ms: number): Promise<number> {
    const before = looks;
    await rig.world.advance(ms);
    return looks - before;
  }

  test("every 30 s it is time to poll, although nobody looks", async () => {
    expect(await looksIn(29_999)).toBe(0);
    expect(await looksIn(60_001)).toBe(3);
  });

  test("every 5 s while somebody looks, and once when that begins", async () => {
    attention.setOpen(true);
    expect(looks).toBe(1);
    expect(await looksIn(20_000)).toBe(4);
  });

  test("told again and again that it is so, it polls no less", async () => {
    for (let second = 1; second <= 60; second += 1) {
      attention.refresh();
      await rig.world.advance(1_000);
    }
    expect(looks).toBe(2);
  });

  test("with a socket again, it is as before", async () => {
    attention.setOpen(true);
    polling = false;
    attention.refresh();
    expect(await looksIn(79_999)).toBe(1);
    attention.setOpen(false);
    expect(rig.clock.pending).toBe(0);
  });
});
