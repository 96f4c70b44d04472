import type { ReactiveController } from "lit";
import { CablechatError } from "../../core/errors.ts";
import type { ChatView } from "../chat-view.ts";
import type { ControllerHost } from "../widget-element.ts";

/** The most a message may hold, in characters (protocol/README.md, "Limits"). */
export const BODY_LIMIT = 10_000;
const MAX_HEIGHT_PX = 144;
/** `KeyboardEvent.keyCode` while an input method is at work; Safari says so even where `isComposing` is false. */
const INPUT_METHOD_KEY = 229;

/** What a composer asks of whatever it writes to. */
export type ComposerTarget = Pick<ChatView, "draft" | "send" | "notifyTyping">;

/** What somebody is writing, and its way to the chat. */
export class ComposerController implements ReactiveController {
  text = "";
  /** Whether the chat has refused this very text. */
  refused = false;
  readonly #host: ControllerHost;
  readonly #chat: () => ComposerTarget | null;
  #draft = "";
  #sizedFor: string | undefined;

  constructor(host: ControllerHost, chat: () => ComposerTarget | null) {
    this.#host = host;
    this.#chat = chat;
    host.addController(this);
  }

  /** Characters, not UTF-16 units: an emoji is one. */
  get length(): number {
    return [...this.text].length;
  }

  get sendable(): boolean {
    return this.text.trim() !== "" && this.length <= BODY_LIMIT;
  }

  /** Another text in place of this one: of the conversation that is turned to, or none. */
  clear(text = ""): void {
    this.text = text;
    this.refused = false;
  }

  focus(): void {
    this.#input?.focus({ preventScroll: true });
  }

  hostUpdate(): void {
    const draft = this.#chat()?.draft ?? "";
    // The site has prefilled it. That the chat forgets a draft is no reason to take away what the visitor has typed.
    if (draft !== this.#draft) this.text = draft || this.text;
    this.#draft = draft;
  }

  hostUpdated(): void {
    const input = this.#input;
    if (input && this.#sizedFor !== this.text) {
      input.style.height = "auto";
      input.style.height = `${Math.min(input.scrollHeight, MAX_HEIGHT_PX)}px`;
    }
    this.#sizedFor = input ? this.text : undefined;
  }

  readonly onInput = (event: Event): void => {
    this.clear((event.target as HTMLTextAreaElement).value);
    this.#chat()?.notifyTyping();
    this.#host.requestUpdate();
  };

  readonly onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.isComposing || event.keyCode === INPUT_METHOD_KEY) return;
    event.preventDefault();
    this.send();
  };

  readonly onSubmit = (): void => {
    this.send();
    this.focus();
  };

  send(): void {
    const chat = this.#chat();
    if (!chat || !this.sendable) return;
    try {
      chat.send(this.text);
      this.text = "";
    } catch (error) {
      // The named case: the chat's own check of a body. It is told under the input, and the text stays.
      if (!(error instanceof CablechatError && error.code === "invalid")) throw error;
      this.refused = true;
    }
    this.#host.requestUpdate();
  }

  get #input(): HTMLTextAreaElement | null {
    return this.#host.renderRoot.querySelector("textarea");
  }
}
