import { defineConfig } from "vitest/config";

/** What needs a document, a new one for each file; the rest is shown to do without. */
const DRAWN = ["components", "desk", "embed", "browser"].map((folder) => `test/unit/${folder}/**/*.test.ts`);

/** One project a kind of test, so that each runs in its own surroundings: `vitest run --project unit`. */
export default defineConfig({
  test: {
    // A CI run never passes by running nothing, and never lets a focused test through.
    allowOnly: false,
    passWithNoTests: false,
    restoreMocks: true,
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/unit/**/*.test.ts"],
          exclude: DRAWN,
          environment: "node",
          // They share no state, and modules that are loaded anew for each file took four times as long as the tests.
          isolate: false,
        },
      },
      {
        test: {
          name: "unit-dom",
          include: DRAWN,
          environment: "happy-dom",
        },
      },
      {
        test: {
          name: "simulation",
          include: ["test/simulation/**/*.test.ts"],
          environment: "node",
          testTimeout: 180_000,
        },
      },
      {
        test: {
          name: "server",
          include: ["test/server/**/*.test.ts"],
          environment: "node",
          // They start real processes: one file at a time, or a small machine times them out.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
