import { expect, test } from "vitest";
import type { Step } from "../../../bench/loss/rounds.ts";
import { type RandomFaults, randomFaults } from "../../../bench/soak/random-faults.ts";
import { soakRounds } from "../../../bench/soak/soak-rounds.ts";
import { SeededRandom } from "../../simulation/seeded-random.ts";

const STARTS: Readonly<Record<string, string>> = {
  kill: "start",
  stop: "start",
  refuse: "accept",
  offline: "online",
  "answer 503": "answer again",
};

function many(seed: number): readonly RandomFaults[] {
  const random = new SeededRandom(seed);
  return Array.from({ length: 500 }, () => randomFaults(random));
}

function names(steps: readonly Step[]): readonly string[] {
  return steps.map(([name]) => name);
}

test("a seed gives the same faults again, and another one others", () => {
  expect(many(7)).toEqual(many(7));
  expect(many(7)).not.toEqual(many(8));
});

test("whatever is broken is repaired in the same faults", () => {
  for (const { steps } of many(1)) {
    for (const [broken, repaired] of Object.entries(STARTS)) {
      expect(names(steps).lastIndexOf(repaired)).toBeGreaterThanOrEqual(names(steps).lastIndexOf(broken));
    }
  }
});

test("no agent writes to a server that is down: nobody would start it", () => {
  for (const { steps } of many(2)) {
    let down = false;
    for (const name of names(steps)) {
      if (name === "kill" || name === "stop") down = true;
      if (name === "start") down = false;
      expect(down && name.startsWith("agent")).toBe(false);
    }
  }
});

test("the page that is weighed is never reloaded", () => {
  expect(many(3).flatMap(({ steps }) => names(steps))).not.toContain("reload");
});

test("some faults come two at a time, each with its steps in their own order", () => {
  const mixed = many(4).filter(({ name }) => name.includes(" + "));
  expect(mixed.length).toBeGreaterThan(50);
  for (const { name, steps } of mixed) {
    for (const part of name.split(" + ")) {
      const own = soakRounds.find((round) => round.name === part)?.steps(new SeededRandom(1)) ?? [];
      expect(own.length).toBeGreaterThan(0);
      const left = names(steps).reduce((rest, step) => (step === rest[0] ? rest.slice(1) : rest), names(own));
      expect(left).toEqual([]);
    }
  }
});
