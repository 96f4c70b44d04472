import fc from "fast-check";
import type { BackendOptions } from "./backend.ts";
import type { Command } from "./command.ts";
import type { FrameDamage, Refusal, RestFault } from "./conditions.ts";
import type { NetworkOptions } from "./network.ts";
import type { BrowserOptions } from "./sim-browser.ts";
import type { Blow, WaitPoint } from "./traps.ts";
import { MAX_TABS } from "./world.ts";

/** A whole run: what the backend and the network are like, what happens, and the seed of every other chance. */
export interface Schedule {
  readonly seed: number;
  readonly backend: BackendOptions;
  readonly network: NetworkOptions;
  /** @default storage and Web Locks, as in most browsers */
  readonly browser?: BrowserOptions;
  /** How many messages a returning visitor finds; `null` for one who has never written. */
  readonly history: number | null;
  /** Whether each page says, as it is loaded, who the visitor is. */
  readonly identifies: boolean;
  /** How many messages of an open conversation the first visitor to be identified has on another device. */
  readonly elsewhere: number;
  /** How many tabs are open at the beginning. */
  readonly tabs: number;
  readonly commands: readonly Command[];
}

const REST_FAULTS: readonly RestFault[] = [
  "lost-before",
  "lost-after",
  "hang-before",
  "hang-after",
  "error-before",
  "error-after",
  "unavailable",
  "too-many",
  "timed-out",
  "html",
  "empty-after",
  "stalls-after",
  "refused",
];
const WAIT_POINTS: readonly WaitPoint[] = ["answer", "storage", "lock", "timer", "frame"];
const BLOWS: readonly Blow[] = ["crash", "kill", "drop", "late"];
const REFUSALS: readonly Refusal[] = ["reject_subscription", "unauthorized", "invalid_request"];
const DAMAGES: readonly FrameDamage[] = ["text", "content", "unknown"];

const shortMs = fc.integer({ min: 0, max: 2_000 });
const longMs = fc.integer({ min: 0, max: 20_000 });
const pick = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const one = <Type extends Command["type"]>(type: Type) => fc.record({ type: fc.constant(type) });

const sending = fc.record({
  type: fc.constant("send" as const),
  count: fc.integer({ min: 1, max: 3 }),
  files: fc.constantFrom(0, 0, 0, 1, 2),
});

/** By weight: people talk more than networks break. */
const deed: fc.Arbitrary<Command> = fc.oneof(
  { weight: 14, arbitrary: fc.record({ type: fc.constant("wait"), ms: shortMs }) },
  { weight: 4, arbitrary: fc.record({ type: fc.constant("wait"), ms: longMs }) },
  { weight: 10, arbitrary: sending },
  { weight: 12, arbitrary: fc.record({ type: fc.constant("agent"), count: fc.integer({ min: 1, max: 8 }) }) },
  { weight: 4, arbitrary: fc.record({ type: fc.constant("edit"), pick }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant("delete"), pick }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant("react"), pick }) },
  {
    weight: 3,
    arbitrary: fc.record({ type: fc.constant("stream"), chunks: fc.integer({ min: 0, max: 4 }), gapMs: shortMs }),
  },
  // So slowly that whoever asks it to stop may fail many times before it ends by itself.
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant("stream"), chunks: fc.constant(4), gapMs: fc.constant(20_000) }),
  },
  { weight: 3, arbitrary: one("cancel") },
  { weight: 1, arbitrary: one("identify") },
  { weight: 1, arbitrary: one("reset") },
  { weight: 2, arbitrary: one("close-conversation") },
  { weight: 4, arbitrary: one("open") },
  { weight: 2, arbitrary: one("close") },
  { weight: 2, arbitrary: one("load-older") },
  { weight: 1, arbitrary: one("retry") },
  { weight: 1, arbitrary: one("discard") },
  { weight: 6, arbitrary: one("drop") },
  { weight: 3, arbitrary: one("half-open") },
  { weight: 2, arbitrary: fc.record({ type: fc.constant("stuck"), ms: longMs }) },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant("socketless"), ms: fc.integer({ min: 0, max: 90_000 }) }),
  },
  { weight: 1, arbitrary: one("poll") },
  { weight: 1, arbitrary: one("end-session") },
  { weight: 1, arbitrary: one("uploads-expire") },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant("refuse"), how: fc.constantFrom(...REFUSALS), ms: longMs }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("refuse-for-good"), how: fc.constantFrom(...REFUSALS) }) },
  {
    weight: 3,
    arbitrary: fc.record({ type: fc.constant("down"), ms: longMs, farewell: fc.boolean(), answers503: fc.boolean() }),
  },
  { weight: 3, arbitrary: fc.record({ type: fc.constant("vanish"), ms: longMs }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("deaf"), ms: longMs }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant("slow"), ms: longMs }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("attach-lag"), ms: shortMs }) },
  {
    weight: 5,
    arbitrary: fc.record({
      type: fc.constant("rest"),
      faults: fc.array(fc.constantFrom(...REST_FAULTS), { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant("damage"),
      damages: fc.array(fc.constantFrom(...DAMAGES), { minLength: 1, maxLength: 2 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ type: fc.constant("visible"), visible: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant("network"), online: fc.boolean(), told: fc.boolean() }) },
  { weight: 1, arbitrary: one("restored") },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant("suspend"),
      ms: fc.integer({ min: 0, max: 60_000 }),
      clockStops: fc.boolean(),
      networkDies: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant("storage-full"), ms: fc.integer({ min: 0, max: 60_000 }) }),
  },
  { weight: 1, arbitrary: one("storage-lost") },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("wall-jump"), ms: fc.integer({ min: -9_000, max: 9_000 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant("reload"),
      how: fc.constantFrom("destroyed", "destroyed-by-listener", "crashed"),
      writesSurvive: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant("send-everywhere"), count: fc.integer({ min: 1, max: 4 }) }),
  },
  { weight: 2, arbitrary: one("open-tab") },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant("close-tab"),
      how: fc.constantFrom("destroyed", "killed"),
      writesSurvive: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant("server-crash"),
      crash: fc.record({
        at: fc.constantFrom("before-broadcast", "before-response"),
        ms: shortMs,
        answers503: fc.boolean(),
      }),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      type: fc.constant("trap"),
      trap: fc.record({
        at: fc.constantFrom(...WAIT_POINTS),
        blow: fc.constantFrom(...BLOWS),
        passes: fc.integer({ min: 0, max: 6 }),
      }),
    }),
  },
);

/** The first tab sees the most; what is no tab's does not ask. */
const command: fc.Arbitrary<Command> = fc
  .tuple(fc.constantFrom(0, 0, ...Array(MAX_TABS).keys()), deed)
  .map(([tab, what]) => ({ tab, ...what }));

/** Schedules against backends that number their changes, against those that do not, or against both. */
export function schedules(backends: "numbered" | "plain" | "both"): fc.Arbitrary<Schedule> {
  const numbered = { numbered: [true], plain: [false], both: [true, true, false] }[backends];
  return fc.record({
    seed: fc.nat(),
    backend: fc.record({
      revisions: fc.constantFrom(...numbered),
      numericIds: fc.boolean(),
      pageSize: fc.constantFrom(1, 2, 5, 100),
      bootstrapSize: fc.constantFrom(2, 10, 50),
    }),
    network: fc.record({
      reorderMs: fc.constantFrom(0, 50, 400),
      duplicateChance: fc.constantFrom(0, 0, 0.2),
    }),
    browser: fc.record({
      storageDenied: fc.constantFrom(...Array(9).fill(false), true),
      leases: fc.constantFrom(...Array(5).fill(false), true),
    }),
    history: fc.constantFrom(null, 0, 3, 30),
    identifies: fc.constantFrom(false, false, false, true),
    elsewhere: fc.constantFrom(0, 0, 3, 30),
    tabs: fc.constantFrom(1, 1, 2, MAX_TABS),
    // Most of what there is to find takes few steps, of which there are far more than of long ones; some of it needs many.
    commands: fc.oneof(
      fc.array(command, { minLength: 1, maxLength: 12, size: "max" }),
      fc.array(command, { minLength: 1, maxLength: 40, size: "max" }),
    ),
  });
}
