import { buildAll } from "./build/build-all.ts";
import { differences, type Output, readBuilt, writeOutput } from "./build/output.ts";

/**
 * `npm run build`: makes `lib/`, `dist/` and `custom-elements.json`, the same bytes in any checkout.
 * `npm run build -- --verify` writes nothing and fails where what is there is not what the build makes.
 */
const made = await buildAll().catch((error: unknown) => {
  // The named case: sources that do not build. The message says which and why; a stack of this script would not.
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});

if (process.argv.includes("--verify")) verify(made);
else write(made);

function verify(output: Output): void {
  const faults = differences(output, readBuilt());
  for (const fault of faults) process.stdout.write(`${fault}\n`);
  process.stdout.write(
    faults.length > 0
      ? `${faults.length} of ${output.size} built files are not what the build makes: run "npm run build" and commit.\n`
      : `lib/, dist/ and custom-elements.json are what the build makes (${output.size} files).\n`,
  );
  process.exitCode = faults.length > 0 ? 1 : 0;
}

function write(output: Output): void {
  writeOutput(output);
  process.stdout.write(`Built ${output.size} files: lib/, dist/, custom-elements.json\n`);
}
