import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { CableChat } from "../../../src/components/cable-chat.ts";
import type { ChatEvents } from "../../../src/core/chat-events.ts";
import { CablechatDesk } from "../../../src/desk/cablechat-desk.ts";
import type { DeskEvents } from "../../../src/desk/desk-events.ts";

interface Entry {
  readonly name: string;
  readonly description?: string;
  readonly type?: { readonly text: string };
  readonly default?: string;
  readonly attribute?: string;
}

interface Declared {
  readonly tagName?: string;
  readonly attributes: readonly Entry[];
  readonly members: readonly Entry[];
  readonly events: readonly Entry[];
  readonly cssParts: readonly Entry[];
  readonly cssProperties: readonly Entry[];
}

interface Manifest {
  readonly modules: readonly { readonly declarations: readonly Declared[] }[];
}

/** Told by a chat and not by its element: it draws. */
type Drawing = "change";

/** Each by name, so that one that is added to the types is missed here. */
const CHAT_EVENTS: Record<Exclude<keyof ChatEvents, Drawing>, true> = {
  ready: true,
  open: true,
  close: true,
  message: true,
  sent: true,
  failed: true,
  unread: true,
  connection: true,
  conversation: true,
  identified: true,
  error: true,
  catchup: true,
};
const DESK_EVENTS: Record<Exclude<keyof DeskEvents, Drawing> | "sign-out", true> = {
  connection: true,
  unread: true,
  error: true,
  catchup: true,
  "sign-out": true,
};

interface Truth {
  readonly tag: string;
  readonly entry: string;
  readonly attributes: readonly string[];
  readonly events: Readonly<Record<string, true>>;
  /** Parts of shared templates that this element never comes to. */
  readonly neverDrawn: readonly string[];
}

const ELEMENTS: readonly Truth[] = [
  {
    tag: "cable-chat",
    entry: "src/components/cable-chat.ts",
    attributes: CableChat.observedAttributes,
    events: CHAT_EVENTS,
    neverDrawn: [],
  },
  {
    tag: "cablechat-desk",
    entry: "src/desk/cablechat-desk.ts",
    attributes: CablechatDesk.observedAttributes,
    events: DESK_EVENTS,
    // An agent stops no reply: the widget's bubble has the button for the visitor.
    neverDrawn: ["cancel"],
  },
];

const manifest: Manifest = JSON.parse(readFileSync("custom-elements.json", "utf8"));

describe.each(ELEMENTS)("the manifest of <$tag>", ({ tag, entry, attributes, events, neverDrawn }) => {
  const declared = manifest.modules.flatMap(({ declarations }) => declarations).find(({ tagName }) => tagName === tag);
  if (!declared) throw new Error(`custom-elements.json does not list <${tag}>.`);
  const text = [...modulesOf(entry)].map((path) => readFileSync(path, "utf8")).join("\n");

  test("lists the attributes that the element observes", () => {
    expect(namesOf(declared.attributes)).toEqual([...attributes].sort());
  });

  test("says of each attribute what it is and which property has it", () => {
    const reached = declared.members.flatMap(({ attribute }) => attribute ?? []);
    expect(reached.sort()).toEqual([...attributes].sort());
    expect(declared.attributes.filter(({ type }) => !type?.text)).toEqual([]);
  });

  test("lists the events that reach the page", () => {
    expect(namesOf(declared.events)).toEqual(
      Object.keys(events)
        .map((name) => `cablechat:${name}`)
        .sort(),
    );
  });

  test("lists the parts that its templates draw", () => {
    const drawn = partsIn(text).filter((name) => !neverDrawn.includes(name));
    expect(namesOf(declared.cssParts)).toEqual(drawn);
  });

  test("lists the custom properties that its styles read", () => {
    const used = new Set(text.match(/(?<=var\()--cablechat-[\w-]+/g));
    expect(namesOf(declared.cssProperties)).toEqual([...used].sort());
  });

  test("describes each event, part and custom property", () => {
    const all = [...declared.events, ...declared.cssParts, ...declared.cssProperties];
    expect(all.filter(({ description }) => !description)).toEqual([]);
  });
});

test("the manifest's defaults of <cable-chat> are the widget's own", () => {
  const [chat] = manifest.modules.flatMap(({ declarations }) => declarations).filter(isChat);
  const defaults = Object.fromEntries(chat?.attributes.map((each) => [each.name, each.default]) ?? []);
  expect(defaults).toMatchObject({
    locale: '"auto"',
    theme: '"auto"',
    position: '"bottom-right"',
    "auto-open": '"off"',
    "reconnect-delay": "1000",
    "max-reconnect-delay": "30000",
    storage: '"local"',
  });
});

function isChat({ tagName }: Declared): boolean {
  return tagName === "cable-chat";
}

function namesOf(entries: readonly Entry[]): string[] {
  return entries.map(({ name }) => name).sort();
}

/** `path` and every module it imports, at once or later; types are none of it. */
function modulesOf(path: string, known = new Set<string>()): Set<string> {
  if (known.has(path)) return known;
  known.add(path);
  const imported = /(?:^import (?!type)[^;]*?from |^import |\bimport\()"(\.[^"]+)"/gm;
  for (const [, to = ""] of readFileSync(path, "utf8").matchAll(imported)) modulesOf(join(dirname(path), to), known);
  return known;
}

/** The names of the parts that a source draws: as markup, or given to one of the functions that draw by name. */
function partsIn(text: string): string[] {
  const patterns = [
    /\bpart="([^"]+)"/g,
    /\bpart = "([^"]+)"/g,
    /\brenderButton\(\s*"[^"]*",\s*"([^"]+)"/g,
    /\b(?:act|renderWords)\("([^"]+)"/g,
    /\badd\(\w+, "\w+", "([^"]+)"\)/g,
  ];
  const found = patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([, name = ""]) => name));
  const [, listed = ""] = /for \(const part of \[([^\]]+)\]\)/.exec(text) ?? [];
  return [...new Set([...found, ...[...listed.matchAll(/"([^"]+)"/g)].map(([, name = ""]) => name)])].sort();
}
