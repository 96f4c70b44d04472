import { CablechatError } from "../../core/errors.ts";
import type { ChatView } from "../chat-view.ts";
import type { ControllerHost } from "../widget-element.ts";
import type { Enclosures } from "./enclosures.ts";

/** The most a message may hold, in characters (protocol/README.md, "Limits"). */
export const BODY_LIMIT = 10_000;
const MAX_HEIGHT_PX = 144;
/** `KeyboardEvent.keyCode` while an input method is at work; Safari says so even where `isComposing` is false. */
const INPUT_METHOD_KEY = 229;

/** What a composer asks of whatever it writes to. */
export type ComposerTarget = Pick<ChatView, "draft" | "send" | "notifyTyping">;

/** What somebody is writing, and its way to the chat. */
export interface ComposerController {
  readonly text: string;
  /** Whether the chat has refused this very text. */
  readonly refused: boolean;
  /** Characters, not UTF-16 units: an emoji is one. */
  readonly length: number;
  readonly sendable: boolean;
  /** What can go with the text, once it has been fetched. */
  enclosures?: Enclosures;
  /** Another text in place of this one: of the conversation that is turned to, or none. */
  clear(text?: string): void;
  focus(): void;
  readonly onInput: (event: Event) => void;
  readonly onKeydown: (event: KeyboardEvent) => void;
  readonly onSubmit: () => void;
}

export function createComposerController(host: ControllerHost, chat: () => ComposerTarget | null): ComposerController {
  let text = "";
  let refused = false;
  let lastDraft = "";
  let sizedFor: string | undefined;

  const input = () => host.renderRoot.querySelector("textarea");
  const length = () => [...text].length;
  const sendable = () => (text.trim() !== "" || !!composer.enclosures?.files.length) && length() <= BODY_LIMIT;
  const focus = () => input()?.focus({ preventScroll: true });
  const clear = (other = "") => {
    text = other;
    refused = false;
    composer.enclosures?.clear();
  };

  const send = () => {
    const target = chat();
    if (!target || !sendable()) return;
    try {
      target.send(text, composer.enclosures?.files);
      clear();
    } catch (error) {
      // The named case: the chat's own check of a body. It is told under the input, and the text stays.
      if (!(error instanceof CablechatError && error.code === "invalid")) throw error;
      refused = true;
    }
    host.requestUpdate();
  };

  host.addController({
    hostUpdate() {
      const draft = chat()?.draft ?? "";
      // The site has prefilled it. That the chat forgets a draft is no reason to take away what the visitor has typed.
      if (draft !== lastDraft) text = draft || text;
      lastDraft = draft;
    },
    hostUpdated() {
      const field = input();
      if (field && sizedFor !== text) {
        field.style.height = "auto";
        field.style.height = `${Math.min(field.scrollHeight, MAX_HEIGHT_PX)}px`;
      }
      sizedFor = field ? text : undefined;
    },
  });

  const composer: ComposerController = {
    get text() {
      return text;
    },
    get refused() {
      return refused;
    },
    get length() {
      return length();
    },
    get sendable() {
      return sendable();
    },
    clear,
    focus,
    onInput(event) {
      text = (event.target as HTMLTextAreaElement).value;
      refused = false;
      chat()?.notifyTyping();
      host.requestUpdate();
    },
    onKeydown(event) {
      if (event.key !== "Enter" || event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.isComposing || event.keyCode === INPUT_METHOD_KEY) return;
      event.preventDefault();
      send();
    },
    onSubmit() {
      send();
      focus();
    },
  };
  return composer;
}
