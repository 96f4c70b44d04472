import { type Round, rounds, type Step } from "../loss/rounds.ts";

/** Those of the loss bench that leave the page as it is, and more. */
export const soakRounds: readonly Round[] = [
  ...rounds.filter(({ reloads = false }) => !reloads),
  {
    name: "half-open, and what was held back comes late",
    steps: (random) => [["half-open"], ["agent", 2], ["visitor", 1], pause(random.between(4_000, 12_000)), ["thaw"]],
  },
  {
    name: "server stopped as by a deployment",
    steps: (random) => [["stop"], ["visitor", 1], pause(random.between(500, 4_000)), ["start"], ["agent", 2]],
  },
  {
    name: "sockets stuck while connecting",
    steps: (random) => [
      ["stall sockets"],
      ["reset"],
      ["agent", 2],
      ["visitor", 1],
      pause(random.between(3_000, 8_000)),
      ["recover"],
    ],
  },
  {
    name: "a slow line",
    steps: (random) => [
      ["slow"],
      ["reset"],
      ["agent", 5],
      ["visitor", 2],
      pause(random.between(3_000, 6_000)),
      ["recover"],
    ],
  },
  {
    name: "edited while away",
    steps: (random) => [["refuse"], ["agent edits", 3], pause(random.between(500, 2_000)), ["accept"]],
  },
  {
    name: "resets in a row",
    steps: (random) => [["reset"], ["visitor", 1], ["reset"], pause(random.between(50, 600)), ["reset"], ["agent", 1]],
  },
];

function pause(ms: number): Step {
  return ["wait", ms];
}
