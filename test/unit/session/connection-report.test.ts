import { describe, expect, test } from "vitest";
import { type ConnectionFacts, connectionStatus } from "../../../src/session/connection-report.ts";

const NOTHING: ConnectionFacts = {
  online: true,
  bootstrap: { running: false, retryInMs: null },
  channel: { state: "idle" },
  thread: null,
  wasConfirmed: false,
};

const booting = { running: true, retryInMs: null };
const open = { state: "open" } as const;
const waiting = { state: "waiting", attempt: 3, retryInMs: 1_500 } as const;

describe("connectionStatus", () => {
  test.each<[string, Partial<ConnectionFacts>, unknown]>([
    ["idle while nothing is needed", {}, { state: "idle" }],
    ["idle without a network too, while nothing is needed", { online: false }, { state: "idle" }],
    ["connecting while the settings come", { bootstrap: booting }, { state: "connecting" }],
    ["connecting to the first socket", { channel: { state: "connecting", attempt: 0 } }, { state: "connecting" }],
    ["connecting until the subscription is confirmed", { channel: open }, { state: "connecting" }],
    [
      "connected, and not caught up yet",
      { channel: open, thread: { confirmed: true, caughtUp: false } },
      { state: "connected", caughtUp: false },
    ],
    [
      "connected and caught up",
      { channel: open, thread: { confirmed: true, caughtUp: true } },
      { state: "connected", caughtUp: true },
    ],
    [
      "polling, where it is up to date without a confirmation",
      { channel: waiting, thread: { confirmed: false, caughtUp: true } },
      { state: "polling" },
    ],
    [
      "offline rather than polling",
      { channel: waiting, thread: { confirmed: false, caughtUp: true }, online: false },
      { state: "offline" },
    ],
    ["reconnecting, with the time of the next attempt", { channel: waiting }, { ...waiting, state: "reconnecting" }],
    [
      "reconnecting during a later attempt",
      { channel: { state: "connecting", attempt: 2 } },
      { state: "reconnecting", attempt: 2, retryInMs: null },
    ],
    [
      "reconnecting after it was connected once, until it is confirmed again",
      { channel: open, wasConfirmed: true },
      { state: "reconnecting", attempt: 0, retryInMs: null },
    ],
    [
      "reconnecting while a failed bootstrap waits",
      { bootstrap: { running: true, retryInMs: 2_000 } },
      { state: "reconnecting", attempt: 0, retryInMs: 2_000 },
    ],
    ["offline where the browser says so", { bootstrap: booting, online: false }, { state: "offline" }],
    [
      "offline at once, before the socket notices",
      { channel: open, thread: { confirmed: true, caughtUp: true }, online: false },
      { state: "offline" },
    ],
    ["offline rather than waiting", { channel: waiting, online: false }, { state: "offline" }],
    [
      "closed for good, with the reason",
      { channel: { state: "closed", reason: "unauthorized" }, bootstrap: booting },
      { state: "closed", reason: "unauthorized" },
    ],
  ])("it is %s", (_, facts, expected) => {
    expect(connectionStatus({ ...NOTHING, ...facts })).toEqual(expected);
  });
});
