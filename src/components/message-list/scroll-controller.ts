import type { ReactiveController } from "lit";
import type { ShownMessage } from "../../core/message.ts";
import type { ControllerHost } from "../widget-element.ts";

/** What the controller asks of whoever owns the messages. */
export interface ScrollSource {
  readonly messages: readonly ShownMessage[];
  readonly hasMoreBefore: boolean;
  readonly loadingOlder: boolean;
}

interface Anchor {
  readonly element: Element;
  /** Its distance from the top of the list, in CSS pixels. */
  readonly top: number;
}

const NEAR_BOTTOM_PX = 48;
const NEAR_TOP_PX = 240;

/**
 * Keeps the text being read where it is. At the bottom the list follows what arrives; anywhere else the first visible
 * message stays at its distance from the top, whatever appears, grows or goes above it. The distance of an element is
 * what counts: the height of the list also changes for what happens below.
 */
export class ScrollController implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #source: () => ScrollSource | null;
  readonly #loadOlder: () => void;
  #scroller: HTMLElement | null = null;
  #resize: ResizeObserver | null = null;
  /** `null`: follow the newest. */
  #anchor: Anchor | null = null;
  #scrollTop = 0;
  #lastKey: string | undefined;
  #unseen = false;
  #moved = false;

  constructor(host: ControllerHost, source: () => ScrollSource | null, loadOlder: () => void) {
    this.#host = host;
    this.#source = source;
    this.#loadOlder = loadOlder;
    host.addController(this);
  }

  /** Whether something new stands below what is being read. */
  get unseen(): boolean {
    return this.#unseen;
  }

  scrollToNewest(): void {
    this.#anchor = null;
    this.#restore();
    this.#see();
  }

  hostUpdate(): void {
    this.#noticeNew();
    // A scroll event comes a frame late; what has been scrolled since must not be undone.
    if (!this.#moved && this.#scroller?.scrollTop !== this.#scrollTop) this.#remember();
  }

  hostUpdated(): void {
    const scroller = this.#host.renderRoot.querySelector<HTMLElement>(".messages");
    if (scroller !== this.#scroller) this.#follow(scroller);
    else if (this.#moved) this.#observe();
    this.#moved = false;
    this.#restore();
    this.#askForOlder();
  }

  hostDisconnected(): void {
    this.#resize?.disconnect();
    // The browser forgets how far a list that is moved was scrolled.
    this.#moved = true;
  }

  readonly onScroll = (): void => {
    this.#remember();
    if (this.#anchor === null) this.#see();
    this.#askForOlder();
  };

  #noticeNew(): void {
    const messages = this.#source()?.messages ?? [];
    const newest = messages.at(-1);
    if (newest?.key === this.#lastKey) return;
    const appended = messages.some(({ key }) => key === this.#lastKey);
    this.#lastKey = newest?.key;
    // Who has just written wants to see it, wherever they were reading.
    if (newest?.delivery === "pending") this.#anchor = null;
    else if (appended && this.#anchor !== null) this.#unseen = true;
  }

  #follow(scroller: HTMLElement | null): void {
    this.#scroller = scroller;
    this.#anchor = null;
    this.#unseen = false;
    this.#observe();
  }

  #observe(): void {
    this.#resize?.disconnect();
    const scroller = this.#scroller;
    if (scroller === null) return;
    // The keyboard of a phone, a growing composer, a font that comes late: all of them move the text.
    this.#resize = new ResizeObserver(() => this.#restore());
    for (const element of [scroller, ...scroller.children]) this.#resize.observe(element);
  }

  #remember(): void {
    const scroller = this.#scroller;
    if (scroller === null) return;
    this.#scrollTop = scroller.scrollTop;
    const below = scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop;
    this.#anchor = below < NEAR_BOTTOM_PX ? null : firstVisible(scroller);
  }

  #restore(): void {
    const scroller = this.#scroller;
    if (scroller === null) return;
    if (this.#anchor === null) scroller.scrollTop = scroller.scrollHeight;
    else if (this.#anchor.element.isConnected) {
      scroller.scrollTop += distance(this.#anchor.element, scroller) - this.#anchor.top;
    }
    this.#scrollTop = scroller.scrollTop;
  }

  #askForOlder(): void {
    const source = this.#source();
    if (!this.#scroller || !source?.hasMoreBefore || source.loadingOlder) return;
    if (this.#scroller.scrollTop < NEAR_TOP_PX) this.#loadOlder();
  }

  #see(): void {
    if (!this.#unseen) return;
    this.#unseen = false;
    this.#host.requestUpdate();
  }
}

/** By bisection: the rows stand in order, and there may be thousands. */
function firstVisible(scroller: HTMLElement): Anchor | null {
  const rows = scroller.querySelectorAll(".message");
  let low = 0;
  let high = rows.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = rows[middle] as Element;
    if (distance(row, scroller) + row.clientHeight > 0) high = middle;
    else low = middle + 1;
  }
  const element = rows[low];
  return element === undefined ? null : { element, top: distance(element, scroller) };
}

function distance(element: Element, scroller: HTMLElement): number {
  return element.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
}
