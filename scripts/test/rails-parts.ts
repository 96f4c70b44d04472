import { run } from "../support/run.ts";
import { lacksRuby } from "./lacks-ruby.ts";
import type { Missing, Part } from "./part.ts";
import { closingLineTally } from "./tally.ts";

const BIN = "rails/bin/test";

/**
 * What `npm test` runs of the gem's tests; `rails/bin/test` has the same parts, and those that take long: MariaDB, and every
 * browser test on either set-up.
 */
const PARTS: Readonly<Record<string, string>> = {
  sqlite: "the engine on SQLite, on the newest Rails of this Ruby; security and a live Puma among it",
  rails71: "the same on Rails 7.1",
  postgres: "the same on PostgreSQL, and real threads against its locks",
  conformance: "the protocol, black-box, on Puma, SQLite and the async adapter",
  "conformance-cluster": "the protocol, black-box, on two Pumas, Redis and PostgreSQL",
  anycable: "the protocol, black-box, behind AnyCable",
  install: "a new application, the three commands, a real browser",
  faults: "the browser's fault tests on Puma, SQLite and the async adapter",
  "faults-cluster": "the browser's fault tests on two Pumas, Redis and PostgreSQL",
  cluster: "a process killed, Redis restarted under load, in the browser",
};

/** Sockets and servers that die are measured by the clock of whoever looks at the page; for the others half a machine is enough. */
const ALONE: readonly string[] = ["faults", "faults-cluster", "cluster"];

export const railsParts: readonly Part[] = Object.entries(PARTS).map(([name, what]) => ({
  name: `rails-${name}`,
  what: `Rails: ${what}`,
  tally: closingLineTally,
  run: (options) => run("ruby", [BIN, name], options),
  beside: !ALONE.includes(name),
  lacks: async () => (await lacksRuby()) ?? lacksNeeds(name),
}));

/** Gems, servers, Chromium: the runner in Ruby knows what each part takes, and gets it where that may be done. */
async function lacksNeeds(name: string): Promise<Missing | null> {
  const { ok, output } = await run("ruby", [BIN, "--missing", name], { output: "capture" });
  const said = output.trim();
  if (ok && !/^missing: /m.test(said)) return null;
  if (!ok) return { why: said, remedy: `ruby ${BIN} ${name}, which says what is wrong` };
  const lines = [...said.matchAll(/^missing: (.+?) \| (.+)$/gm)];
  return {
    why: `There is no ${lines.map(([, what]) => what).join(", no ")}.`,
    remedy: lines.map(([, , command]) => command).join(" && "),
  };
}
