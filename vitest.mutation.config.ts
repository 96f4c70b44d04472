import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The folders' own tests before those of the whole chat: a mutant is done with at the first that fails. */
class OwnTestsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => Number(/\/unit\/chat/.test(moduleId));
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

/** What `npm run mutation` runs against each mutant: the tests of the folders that are mutated, and of the whole chat. */
export default defineConfig({
  test: {
    include: ["test/unit/{sync,store,outbox,channels}/**/*.test.ts", "test/unit/chat*.test.ts"],
    // None of it needs a DOM, nor a worker of its own for each file: a mutant costs a second instead of twenty.
    environment: "node",
    isolate: false,
    sequence: { sequencer: OwnTestsFirst },
    restoreMocks: true,
  },
});
