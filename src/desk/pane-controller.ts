import type { ReactiveController, ReactiveControllerHost } from "lit";
import { type ComposerController, createComposerController } from "../components/composer/composer-controller.ts";
import { createScrollController, type ScrollController } from "../components/message-list/scroll-controller.ts";
import type { ShownMessage } from "../core/message.ts";
import type { Desk } from "./desk.ts";
import type { DeskConversation } from "./desk-conversation.ts";

interface PaneHost extends ReactiveControllerHost {
  readonly renderRoot: ParentNode;
}

export interface PaneControllerOptions {
  host: PaneHost;
  desk: () => Desk | null;
  /** Shows what a call fails with. */
  attempt: (call: Promise<void>) => void;
}

/** What the conversation's pane keeps besides the conversation: a draft each, the scroll, what is being edited. */
export class PaneController implements ReactiveController {
  readonly composer: ComposerController;
  readonly scroll: ScrollController;
  readonly #options: PaneControllerOptions;
  readonly #drafts = new Map<string, string>();
  #shown: string | null = null;
  #editing: string | null = null;
  #focusWanted = false;

  constructor(options: PaneControllerOptions) {
    const { host } = options;
    this.#options = options;
    // Before the composer: what it holds is settled when it looks.
    host.addController(this);
    this.composer = createComposerController(host, () => ({
      draft: "",
      send: (text) => this.#send(text),
      notifyTyping: () => this.#selected?.notifyTyping(),
    }));
    this.scroll = createScrollController(host, () => this.#selected);
  }

  get editing(): boolean {
    return this.#editing !== null;
  }

  /** The next conversation shown was somebody's wish: writing begins at once. On a touch screen it would hide the text. */
  focusInput(): void {
    this.#focusWanted = !matchMedia("(hover: none)").matches;
  }

  edit({ id, body }: ShownMessage): void {
    if (this.#shown === null) return;
    if (!this.editing) this.#drafts.set(this.#shown, this.composer.text);
    this.#editing = id;
    this.composer.clear(body);
    this.composer.focus();
    this.#options.host.requestUpdate();
  }

  cancelEdit(): void {
    this.#editing = null;
    this.composer.clear(this.#drafts.get(this.#shown ?? ""));
    this.#options.host.requestUpdate();
  }

  hostUpdate(): void {
    const id = this.#selected?.id ?? null;
    if (id === this.#shown) return;
    if (this.#shown !== null && !this.editing) this.#drafts.set(this.#shown, this.composer.text);
    this.#shown = id;
    this.#editing = null;
    this.composer.clear(this.#drafts.get(id ?? ""));
  }

  hostUpdated(): void {
    if (!this.#focusWanted || this.#shown === null) return;
    this.#focusWanted = false;
    this.composer.focus();
  }

  #send(text: string): string {
    const conversation = this.#selected;
    if (!conversation) return "";
    if (this.#editing === null) return conversation.send(text);
    const messageId = this.#editing;
    const { actions } = this.#options.desk() ?? {};
    if (actions) this.#options.attempt(actions.edit(conversation.id, messageId, text));
    // After the composer has emptied itself: what was being written before comes back.
    queueMicrotask(() => this.cancelEdit());
    return messageId;
  }

  get #selected(): DeskConversation | null {
    return this.#options.desk()?.selected ?? null;
  }
}
