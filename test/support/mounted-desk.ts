import { CablechatDesk } from "../../src/desk/cablechat-desk.ts";
import { Desk } from "../../src/desk/desk.ts";
import type { DeskOptions } from "../../src/desk/desk-options.ts";
import { DeskRig } from "./desk-rig.ts";

/** The rig of the element that is made next: it asks before a subclass has fields. */
let present = new DeskRig();

/** The element over a backend in memory. */
export class TestCablechatDesk extends CablechatDesk {
  protected override createDesk(options: DeskOptions): Desk {
    return new Desk(options, present.ports);
  }

  piece<E extends HTMLElement = HTMLElement>(name: string): E | null {
    return this.renderRoot.querySelector<E>(`[part~="${name}"]`);
  }

  pieces(name: string): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>(`[part~="${name}"]`)];
  }

  /** What a reader sees of the pieces called so. */
  texts(name: string): string[] {
    return this.pieces(name).map(({ textContent }) => (textContent ?? "").replace(/\s+/g, " ").trim());
  }
}

TestCablechatDesk.define("test-cablechat-desk");

/** A desk on the page, at work; lets everything that can go on go on. */
export async function mountDesk(
  rig: DeskRig,
  attributes: Record<string, string | null> = {},
): Promise<TestCablechatDesk> {
  present = rig;
  const element = document.createElement("test-cablechat-desk") as TestCablechatDesk;
  const all = {
    endpoint: "https://app.example.com/cablechat",
    webchat: "acme",
    token: rig.backend.token,
    ...attributes,
  };
  for (const [name, value] of Object.entries(all)) if (value !== null) element.setAttribute(name, value);
  document.body.append(element);
  await settled(rig, element);
  return element;
}

/** Until nothing moves any more. */
export async function settled(rig: DeskRig, element: TestCablechatDesk): Promise<void> {
  await element.updateComplete;
  await rig.clock.advance(100);
  await element.updateComplete;
}

/** A desk that shows this conversation. */
export async function openedDesk(rig: DeskRig, id: string): Promise<TestCablechatDesk> {
  const element = await mountDesk(rig);
  const heads = element.pieces("conversation");
  heads.find(({ dataset }) => dataset["conversationId"] === id)?.click();
  await settled(rig, element);
  return element;
}

/** Types into the field to write in. */
export async function type(element: TestCablechatDesk, text: string): Promise<void> {
  const input = element.piece<HTMLTextAreaElement>("input") as HTMLTextAreaElement;
  input.value = text;
  input.dispatchEvent(new Event("input"));
  await element.updateComplete;
}

/** Presses a key on something. */
export function press(target: EventTarget | null, key: string): void {
  target?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, composed: true, cancelable: true }));
}
