import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { table, writeResults } from "./results.ts";

/** What a page loads, in bytes after `gzip -9`: this project's files as built, beside the field's (docs/facts.md). */
const OURS: readonly (readonly [file: string, what: string])[] = [
  ["cablechat.js", "on every page: the loader with the launcher"],
  ["cablechat-panel.js", "fetched when the chat is needed"],
  [
    "cablechat-more.js",
    "what can wait: files, typing, a sound; fetched when one is needed, with files once the panel is open",
  ],
  ["cablechat.full.js", "all in one, for a strict `integrity`"],
  ["cablechat-desk.js", "the agent's desk"],
];

const FIELD: readonly (readonly [name: string, gzipped: number])[] = [
  ["lit + repeat + @rails/actioncable alone (the floor)", 9_938],
  ["hellotext.js", 60_405],
  ["hellotext.js with its emoji", 60_405 + 27_480],
  ["deep-chat", 111_242],
  ["typebot", 197_512],
  ["botpress", 234_646],
  ["botframework, minimal", 484_423],
  ["n8n", 546_799],
];

const ours = OURS.map(([file, what]) => {
  const bytes = readFileSync(new URL(`../dist/${file}`, import.meta.url));
  return [`**${file}** (${what})`, bytes.length, gzipSync(bytes, { level: 9 }).length].map(grouped);
});
const field = FIELD.map(([name, gzipped]) => [name, "", grouped(gzipped)]);

const body = table(["script", "minified", "gzip -9"], [...ours, ...field]);
writeResults({ name: "size", title: "Bytes a page loads", body });
process.stdout.write(`${body}\n`);

function grouped(cell: string | number): string {
  return typeof cell === "number" ? cell.toLocaleString("en") : cell;
}
