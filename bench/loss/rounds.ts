import type { SeededRandom } from "../../test/simulation/seeded-random.ts";
import type { FaultName } from "./faults.ts";

/** So many messages of a side, a fault by its name, or so many milliseconds in which nothing else is done. */
export type Step =
  | readonly ["visitor" | "agent" | "agent edits", number]
  | readonly ["wait", number]
  | readonly [FaultName];

/** One thing that goes wrong while both sides write, from beginning to end. */
export interface Round {
  readonly name: string;
  /** The page is loaded anew in it. @default false */
  readonly reloads?: boolean;
  /** It is about a socket that works: the slowest client needs time before it to have one. @default false */
  readonly healthy?: boolean;
  /** @param random how long things take, so that they meet pings and retries at different moments */
  readonly steps: (random: SeededRandom) => readonly Step[];
}

const wait = (random: SeededRandom, low: number, high: number): Step => ["wait", random.between(low, high)];

/**
 * Each leaves nothing broken behind but half-open connections, which a client has to find by itself. The reload comes
 * early: a page that is loaded anew has everything again, whatever was lost before.
 */
export const rounds: readonly Round[] = [
  {
    name: "calm",
    steps: (random) => [["visitor", 1], ["agent", 2], wait(random, 300, 900)],
  },
  {
    name: "page reloaded with two messages pending",
    reloads: true,
    steps: (random) => [
      ["answer 503"],
      ["visitor", 2],
      wait(random, 200, 400),
      ["reload"],
      ["agent", 1],
      wait(random, 1_500, 2_500),
      ["answer again"],
      ["visitor", 1],
      wait(random, 1_000, 2_000),
    ],
  },
  {
    name: "reset",
    steps: (random) => [["reset"], ["visitor", 1], ["agent", 3], wait(random, 1_000, 3_000), ["agent", 1]],
  },
  {
    name: "half-open",
    steps: (random) => [["half-open"], ["agent", 3], ["visitor", 2], wait(random, 10_000, 13_000), ["agent", 1]],
  },
  {
    name: "server killed, down for 5 s",
    steps: (random) => [
      ["visitor", 1],
      ["agent", 1],
      ["kill"],
      ["visitor", 2],
      ["wait", 5_000],
      ["start"],
      ["agent", 4],
      wait(random, 1_000, 3_000),
    ],
  },
  {
    name: "connections refused",
    steps: (random) => [
      ["refuse"],
      ["agent", 3],
      ["visitor", 2],
      wait(random, 3_000, 5_000),
      ["accept"],
      ["agent", 1],
      wait(random, 1_000, 2_000),
    ],
  },
  {
    name: "answer lost after the commit",
    steps: (random) => [["lose an answer"], ["visitor", 2], ["agent", 1], wait(random, 1_500, 3_000)],
  },
  {
    name: "503 to sends and to the catch-up",
    steps: (random) => [
      ["answer 503"],
      ["reset"],
      ["agent", 2],
      ["visitor", 2],
      wait(random, 7_000, 10_000),
      ["answer again"],
      ["agent", 1],
      wait(random, 1_000, 2_000),
    ],
  },
  {
    name: "broadcasts dropped on a healthy socket",
    healthy: true,
    steps: (random) => [
      ["drop broadcasts"],
      ["agent", 3],
      wait(random, 300, 900),
      ["pass broadcasts"],
      ["agent", 1],
      ["visitor", 1],
      wait(random, 1_000, 2_000),
    ],
  },
  {
    name: "broadcasts reordered, then doubled",
    healthy: true,
    steps: (random) => [
      ["reorder broadcasts"],
      ["agent", 5],
      ["visitor", 2],
      wait(random, 500, 1_000),
      ["double broadcasts"],
      ["agent", 3],
      ["visitor", 1],
      wait(random, 500, 1_000),
      ["pass broadcasts"],
    ],
  },
  {
    name: "a catch-up of two pages, cut in the middle",
    steps: (random) => [
      ["refuse"],
      ["agent", 120],
      ["cut a catch-up"],
      ["accept"],
      wait(random, 1_000, 2_000),
      ["agent", 1],
      ["visitor", 1],
      wait(random, 6_000, 9_000),
    ],
  },
  {
    name: "offline",
    steps: (random) => [
      ["offline"],
      ["visitor", 2],
      ["agent", 3],
      wait(random, 4_000, 6_000),
      ["online"],
      ["agent", 1],
      wait(random, 1_000, 2_000),
    ],
  },
  {
    name: "broadcasts dropped, and nothing after them",
    healthy: true,
    steps: (random) => [["drop broadcasts"], ["agent", 2], wait(random, 500, 1_000), ["pass broadcasts"]],
  },
];
