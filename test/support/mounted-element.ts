import { CableChat } from "../../src/components/cable-chat.ts";
import type { ChatOptions } from "../../src/index.ts";
import { FakeChat } from "./fake-chat.ts";
import { VirtualClock } from "./virtual-clock.ts";

/** Not a field: the element asks for its clock before a subclass has fields. */
const clocks = new WeakMap<object, VirtualClock>();

/** The element over chats a test holds, in time a test owns. */
export class TestCableChat extends CableChat {
  /** Every chat it has made, in order. */
  readonly chats: FakeChat[] = [];
  readonly options: ChatOptions[] = [];

  override get clock(): VirtualClock {
    const clock = clocks.get(this) ?? new VirtualClock();
    clocks.set(this, clock);
    return clock;
  }

  protected override createChat(options: ChatOptions): FakeChat {
    this.options.push(options);
    this.chats.push(new FakeChat());
    return this.chat;
  }

  /** The present chat. */
  get chat(): FakeChat {
    return this.chats.at(-1) as FakeChat;
  }

  piece<E extends HTMLElement = HTMLElement>(name: string): E | null {
    return this.renderRoot.querySelector<E>(`[part~="${name}"]`);
  }

  pieces(name: string): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>(`[part~="${name}"]`)];
  }
}

TestCableChat.define("test-cable-chat");

export const REQUIRED = { endpoint: "https://app.example.com/cablechat", webchat: "acme" };

/** A `<test-cable-chat>` with these attributes, outside of any document. */
export function createElement(attributes: Record<string, string | null> = {}): TestCableChat {
  const element = document.createElement("test-cable-chat") as TestCableChat;
  for (const [name, value] of Object.entries({ ...REQUIRED, ...attributes })) {
    if (value !== null) element.setAttribute(name, value);
  }
  return element;
}

/** One that stands on the page and has drawn itself. */
export async function mount(attributes: Record<string, string | null> = {}): Promise<TestCableChat> {
  const element = createElement(attributes);
  document.body.append(element);
  await element.updateComplete;
  return element;
}

/** The payloads of `cablechat:NAME` from now on. */
export function hear(element: HTMLElement, name: string): unknown[] {
  const details: unknown[] = [];
  element.addEventListener(`cablechat:${name}`, (event) => details.push((event as CustomEvent).detail));
  return details;
}
