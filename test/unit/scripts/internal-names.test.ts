import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { HOMONYMS, INTERNAL_NAMES } from "../../../scripts/build/internal-names.ts";

const read = (path: string) => readFileSync(path, "utf8");
const readAll = (folder: string, end: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(end))
    .map((name) => read(`${folder}/${name}`))
    .join("\n");
const wordsOf = (text: string) => new Set(text.match(/[A-Za-z_$][\w$]*/g));
const withCamelCase = (words: Set<string>) =>
  new Set([...words].flatMap((word) => [word, word.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())]));
const shared = (words: ReadonlySet<string>) => INTERNAL_NAMES.filter((name) => words.has(name));
const unlikeAny = (words: ReadonlySet<string>) => shared(words).filter((name) => !HOMONYMS.includes(name));

const sources = readAll("src", ".ts") + readAll("node_modules/@rails/actioncable/src", ".js");

test("each is written in the sources or in the cable's library, once in the list", () => {
  const known = wordsOf(sources);
  expect(INTERNAL_NAMES.filter((name) => !known.has(name))).toEqual([]);
  expect(new Set(INTERNAL_NAMES).size).toBe(INTERNAL_NAMES.length);
});

test("none is a browser's or the language's", () => {
  const properties = new Set(read("node_modules/terser/tools/domprops.js").match(/(?<=")[^"]+(?=")/g));
  expect(unlikeAny(properties)).toEqual([]);
  expect(INTERNAL_NAMES.filter((name) => name in globalThis || name in Intl.DateTimeFormat)).toEqual([]);
});

test("none is on the wire, in either spelling", () => {
  expect(unlikeAny(withCamelCase(wordsOf(readAll("protocol", ".json") + read("protocol/README.md"))))).toEqual([]);
});

test("none is what a page uses, or what the package gives to it", () => {
  const typesTested = readAll("test/types", ".ts");
  expect(unlikeAny(wordsOf(read("docs/embedding.md") + read("custom-elements.json") + typesTested))).toEqual([]);
  const given = ["errors", "message", "conversation", "webchat", "chat-events", "connection-status"];
  expect(unlikeAny(wordsOf(given.map((name) => read(`src/core/${name}.ts`)).join()))).toEqual([]);
});

test("none is stored, or told to another tab, where another build may run", () => {
  expect(
    shared(
      wordsOf(["outbox/outbox-entry", "browser/lease", "core/tab-news"].map((name) => read(`src/${name}.ts`)).join()),
    ),
  ).toEqual([]);
});

test("none is known to the loader, which is another bundle", () => {
  expect(shared(wordsOf(read("dist/cablechat.js")))).toEqual([]);
});

test("none is looked up by a text", () => {
  const texts = new Set([...sources.matchAll(/"([A-Za-z_$][\w$]*)"/g)].map(([, text = ""]) => text));
  expect(unlikeAny(texts)).toEqual([]);
});
