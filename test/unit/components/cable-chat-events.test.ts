import { afterEach, describe, expect, test } from "vitest";
import type { ChatEvents } from "../../../src/core/chat-events.ts";
import { CablechatError } from "../../../src/core/errors.ts";
import { shownMessage } from "../../support/fake-chat.ts";
import { createElement, type TestCableChat } from "../../support/mounted-element.ts";

const error = new CablechatError("invalid", "Too long");
const message = shownMessage("1");

/** What makes each happen, and what it carries. */
const EVENTS: { [Name in Exclude<keyof ChatEvents, "change">]: ChatEvents[Name] } = {
  ready: {},
  open: {},
  close: {},
  message: { message },
  sent: { message },
  failed: { message, error },
  unread: { count: 3 },
  connection: { state: "offline" },
  conversation: { conversation: null },
  identified: { identified: true, name: "Ada" },
  error: { error },
  catchup: { phase: "started", reason: "reconnected", messages: 0 },
};
type Name = keyof typeof EVENTS;

/** Makes it happen: what the element tells of itself, or what its chat does. */
async function cause(element: TestCableChat, name: Name): Promise<void> {
  await element.updateComplete;
  if (name === "close") element.open();
  if (name === "open" || name === "close") element[name]();
  else if (name !== "ready") element.chat.emit(name, EVENTS[name] as never);
  await element.updateComplete;
}

afterEach(() => document.body.replaceChildren());

describe.each(Object.keys(EVENTS) as Name[])("cablechat:%s", (name) => {
  const type = `cablechat:${name}`;

  test("reaches a listener on the element once, with its payload", async () => {
    const element = createElement();
    const heard: Event[] = [];
    element.addEventListener(type, (event) => heard.push(event));
    document.body.append(element);
    await cause(element, name);
    expect(heard).toHaveLength(1);
    expect(heard[0]).toBeInstanceOf(CustomEvent);
    expect((heard[0] as CustomEvent).detail).toEqual(EVENTS[name]);
  });

  test("bubbles out of the shadow root that the element stands in", async () => {
    const element = createElement();
    const targets: unknown[] = [];
    const hear = (event: Event) => targets.push(event.composedPath()[0]);
    document.addEventListener(type, hear);
    const around = document.body.appendChild(document.createElement("div")).attachShadow({ mode: "open" });
    around.append(element);
    await cause(element, name);
    document.removeEventListener(type, hear);
    expect(targets).toEqual([element]);
  });
});

test("that something is to be drawn anew is nobody else's business", async () => {
  const element = createElement();
  const heard: Event[] = [];
  element.addEventListener("cablechat:change", (event) => heard.push(event));
  document.body.append(element);
  await element.updateComplete;
  element.chat.set({ unreadCount: 1 });
  await element.updateComplete;
  expect(heard).toEqual([]);
});
