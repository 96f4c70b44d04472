import { defineConfig } from "vitest/config";

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
