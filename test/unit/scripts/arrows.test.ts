import { expect, test } from "vitest";
import { brokenArrows } from "../../../scripts/rules/arrows.ts";

function faults(path: string, text: string): string[] {
  return brokenArrows([{ path, text }]);
}

test("an import downwards is fine", () => {
  expect(faults("src/sync/cursor.ts", 'import type { Message } from "../core/message.ts";')).toEqual([]);
});

test("an import within a part is fine, also from its sub-folders", () => {
  expect(faults("src/components/header/header.ts", 'import { avatar } from "../avatar/avatar.ts";')).toEqual([]);
});

test("an import upwards is named with its file", () => {
  expect(faults("src/core/emitter.ts", 'import { Chat } from "../chat.ts";')).toEqual([
    'src/core/emitter.ts: imports "../chat.ts": core may import only itself',
  ]);
});

test("a type counts as much as a value, and a re-export or a dynamic import as much as an import", () => {
  const lines = [
    'import type { Http } from "../api/http.ts";',
    'export type { Http } from "../api/http.ts";',
    'const { http } = await import("../api/http.ts");',
  ];
  for (const line of lines) expect(faults("src/store/message-store.ts", line)).toHaveLength(1);
});

test("an import that spans lines is seen", () => {
  expect(faults("src/api/http.ts", 'import {\n  MessageStore,\n} from "../store/message-store.ts";')).toHaveLength(1);
});

test("a string that only looks like a path is not an import", () => {
  expect(faults("src/core/a.ts", 'export const path = "../chat.ts";')).toEqual([]);
});

test("lit stays in the components and the desk", () => {
  expect(faults("src/desk/desk.ts", 'import { html } from "lit";')).toEqual([]);
  expect(faults("src/embed/loader.ts", 'import { repeat } from "lit/directives/repeat.js";')).toHaveLength(1);
});

test("one file alone knows @rails/actioncable", () => {
  const text = 'import { createConsumer } from "@rails/actioncable";';
  expect(faults("src/browser/action-cable-consumer.ts", text)).toEqual([]);
  expect(faults("src/browser/tab-lock.ts", text)).toHaveLength(1);
});

test("a package nobody has decided about is named", () => {
  expect(faults("src/core/a.ts", 'import debounce from "lodash/debounce";')[0]).toMatch(
    /no package that src\/ may use/,
  );
});

test("a folder nobody has given a place is named", () => {
  expect(faults("src/helpers/a.ts", 'import { b } from "../core/b.ts";')[0]).toMatch(/helpers is no known part/);
});

test("nothing in src/ imports from outside it", () => {
  expect(faults("src/core/a.ts", 'import { server } from "../../demo/server/main.ts";')).toHaveLength(1);
});
