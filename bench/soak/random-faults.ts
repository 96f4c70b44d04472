import type { SeededRandom } from "../../test/simulation/seeded-random.ts";
import type { Round, Step } from "../loss/rounds.ts";
import { soakRounds } from "./soak-rounds.ts";

/** How often two things go wrong at a time. */
const TWO_AT_A_TIME = 0.3;

export interface RandomFaults {
  readonly name: string;
  readonly steps: readonly Step[];
}

/** One round of the soak, or two whose steps are interleaved. */
export function randomFaults(random: SeededRandom): RandomFaults {
  const [one, other] = [pick(random), pick(random)];
  const steps = one.steps(random);
  if (!random.chance(TWO_AT_A_TIME)) return { name: one.name, steps };
  const others = other.steps(random);
  // An agent who waits for the server to come back would wait for a step that comes after: one at a time, then.
  if ([...steps, ...others].some(endsServer)) return { name: one.name, steps };
  return { name: `${one.name} + ${other.name}`, steps: interleaved(random, steps, others) };
}

function pick(random: SeededRandom): Round {
  const round = soakRounds[random.below(soakRounds.length)];
  if (!round) throw new Error("There are no rounds.");
  return round;
}

function endsServer([name]: Step): boolean {
  return name === "kill" || name === "stop";
}

function interleaved(random: SeededRandom, some: readonly Step[], others: readonly Step[]): Step[] {
  const [left, right] = [[...some], [...others]];
  const steps: Step[] = [];
  while (left.length + right.length > 0) {
    const next = random.below(left.length + right.length) < left.length ? left.shift() : right.shift();
    if (next) steps.push(next);
  }
  return steps;
}
