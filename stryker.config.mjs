/**
 * `npm run mutation`: each mutant of the four folders on which "nothing is lost" rests, against the tests that reach it.
 * What it must come to is in `scripts/mutation.ts`, a folder at a time.
 *
 * @type {import("@stryker-mutator/api/core").PartialStrykerOptions}
 */
export default {
  packageManager: "npm",
  plugins: ["@stryker-mutator/vitest-runner"],
  testRunner: "vitest",
  vitest: { configFile: "vitest.mutation.config.ts", related: false },
  mutate: ["src/{sync,store,outbox,channels}/**/*.ts"],
  coverageAnalysis: "perTest",
  // Stryker would rewrite it for its sandbox with a compiler API that TypeScript 7 no longer has; vitest needs none.
  tsconfigFile: "none",
  ignorePatterns: ["rails", "dist", "lib", "test-results", "bench", "docs"],
  timeoutMS: 5_000,
  reporters: ["progress-append-only", "clear-text", "json", "html"],
  jsonReporter: { fileName: "test-results/mutation/mutation.json" },
  htmlReporter: { fileName: "test-results/mutation/index.html" },
  clearTextReporter: { allowColor: false, reportTests: false },
  tempDirName: "test-results/stryker",
  thresholds: { high: 90, low: 85, break: null },
};
