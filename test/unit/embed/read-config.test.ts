import { expect, test } from "vitest";
import { ATTRIBUTE_NAMES } from "../../../src/components/attribute-names.ts";
import { CableChat } from "../../../src/components/cable-chat.ts";
import { readConfig } from "../../../src/embed/read-config.ts";

function script(attributes: Record<string, string>): HTMLScriptElement {
  const element = document.createElement("script");
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

test("every attribute of the element may stand on the tag", () => {
  expect([...ATTRIBUTE_NAMES].sort()).toEqual([...CableChat.observedAttributes].sort());
});

test("data- attributes become the element's, and others do not", () => {
  const config = readConfig(script({ "data-webchat": "acme", "data-auto-open": "5", "data-other": "x", src: "x.js" }));
  expect([...config]).toEqual([
    ["webchat", "acme"],
    ["auto-open", "5"],
  ]);
});

test('a boolean that says "false" is as good as none', () => {
  expect([...readConfig(script({ "data-open": "false", "data-hide-launcher": "" }))]).toEqual([["hide-launcher", ""]]);
});
