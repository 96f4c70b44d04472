import { defineConfig } from "vitest/config";

/** What `npm run mutation` runs against each mutant: the tests of the folders that are mutated, and of the whole chat. */
export default defineConfig({
  test: {
    include: ["test/unit/{sync,store,outbox,channels}/**/*.test.ts", "test/unit/chat*.test.ts"],
    environment: "happy-dom",
    restoreMocks: true,
  },
});
