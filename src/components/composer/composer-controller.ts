import type { ReactiveController, ReactiveControllerHost } from "lit";
import { CablechatError } from "../../core/errors.ts";
import type { ChatView } from "../chat-view.ts";

interface ComposerHost extends ReactiveControllerHost {
  readonly renderRoot: ParentNode;
}

/** The most a message may hold, in characters (protocol/README.md, "Limits"). */
export const BODY_LIMIT = 10_000;
const MAX_HEIGHT_PX = 144;
/** `KeyboardEvent.keyCode` while an input method is at work; Safari says so even where `isComposing` is false. */
const INPUT_METHOD_KEY = 229;

/** What a composer asks of whatever it writes to. */
export type ComposerTarget = Pick<ChatView, "draft" | "send" | "notifyTyping">;

/** What somebody is writing, and its way to the chat. */
export class ComposerController implements ReactiveController {
  readonly #host: ComposerHost;
  readonly #chat: () => ComposerTarget | null;
  #text = "";
  #draft = "";
  #refused = false;
  #sizedFor: string | null = null;

  constructor(host: ComposerHost, chat: () => ComposerTarget | null) {
    this.#host = host;
    this.#chat = chat;
    host.addController(this);
  }

  get text(): string {
    return this.#text;
  }

  /** Characters, not UTF-16 units: an emoji is one. */
  get length(): number {
    return this.#text.length <= BODY_LIMIT / 2 ? this.#text.length : [...this.#text].length;
  }

  get sendable(): boolean {
    return this.#text.trim() !== "" && this.length <= BODY_LIMIT;
  }

  /** Whether the chat has refused this very text. */
  get refused(): boolean {
    return this.#refused;
  }

  /** Another text in place of this one: of the conversation that is turned to, or none. */
  clear(text = ""): void {
    this.#text = text;
    this.#refused = false;
  }

  focus(): void {
    this.#input?.focus({ preventScroll: true });
  }

  hostUpdate(): void {
    const draft = this.#chat()?.draft ?? "";
    if (draft === this.#draft) return;
    this.#draft = draft;
    // The site has prefilled it. That the chat forgets a draft is no reason to take away what the visitor has typed.
    if (draft !== "") this.#text = draft;
  }

  hostUpdated(): void {
    const input = this.#input;
    if (input === null) this.#sizedFor = null;
    else if (this.#sizedFor !== this.#text) this.#grow(input);
  }

  readonly onInput = (event: Event): void => {
    this.#text = (event.target as HTMLTextAreaElement).value;
    this.#refused = false;
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
    if (chat === null || !this.sendable) return;
    try {
      chat.send(this.#text);
      this.#text = "";
    } catch (error) {
      // The named case: the chat's own check of a body. It is told under the input, and the text stays.
      if (!(error instanceof CablechatError && error.code === "invalid")) throw error;
      this.#refused = true;
    }
    this.#host.requestUpdate();
  }

  get #input(): HTMLTextAreaElement | null {
    return this.#host.renderRoot.querySelector("textarea");
  }

  #grow(input: HTMLTextAreaElement): void {
    this.#sizedFor = this.#text;
    input.style.height = "auto";
    input.style.height = `${Math.min(input.scrollHeight, MAX_HEIGHT_PX)}px`;
  }
}
