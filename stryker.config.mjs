/**
 * `npm run mutation`: each mutant of the four folders on which "nothing is lost" rests, against the tests that reach it.
 * Below 85 % killed it fails.
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
  // What runs once while a module is loaded would need every test again, and its mutants are constants.
  ignoreStatic: true,
  // Stryker would rewrite it for its sandbox with a compiler API that TypeScript 7 no longer has; vitest needs none.
  tsconfigFile: "none",
  ignorePatterns: ["rails", "dist", "lib", "test-results", "bench", "docs"],
  concurrency: 2,
  timeoutMS: 10_000,
  reporters: ["clear-text", "json", "html"],
  jsonReporter: { fileName: "test-results/mutation/mutation.json" },
  htmlReporter: { fileName: "test-results/mutation/index.html" },
  clearTextReporter: { allowColor: false, reportTests: false },
  tempDirName: "test-results/stryker",
  thresholds: { high: 90, low: 85, break: 85 },
};
