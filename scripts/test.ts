import type { Part } from "./test/part.ts";
import { parts } from "./test/parts.ts";
import { runParts } from "./test/run-parts.ts";
import { summary } from "./test/summary.ts";

/**
 * `npm test`: every part, whatever fails on the way (`test/run-parts.ts`). `npm test -- unit browser` runs those two, `npm test -- rails`
 * every one whose name begins with `rails-`.
 * What could not be run for want of something is said at the end, and with `CI=true` is a failure.
 */
const { text, ok } = summary(await runParts(chosen(process.argv.slice(2))), process.env["CI"] === "true");
process.stdout.write(text);
process.exitCode = ok ? 0 : 1;

function chosen(names: readonly string[]): readonly Part[] {
  const asked = (part: Part, name: string) => part.name === name || part.name.startsWith(`${name}-`);
  const unknown = names.filter((name) => !parts.some((part) => asked(part, name)));
  if (unknown.length === 0 && names.length === 0) return parts;
  if (unknown.length === 0) return parts.filter((part) => names.some((name) => asked(part, name)));
  process.stderr.write(
    `There is no part "${unknown.join('", "')}". There are: ${parts.map(({ name }) => name).join(", ")}\n`,
  );
  process.exit(2);
}
