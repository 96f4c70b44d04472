import { launcherStrings } from "../../locales/en.ts";

export interface LauncherState {
  open: boolean;
  unread: number;
  /** Visible text beside the icon; `null` for the icon alone. */
  label: string | null;
  /** The URL of an image to show instead of the icon. */
  icon: string | null;
  hidden: boolean;
  /** The panel is being fetched. */
  busy: boolean;
  /** What went wrong, told beside the launcher. */
  note: string | null;
}

const SVG = "http://www.w3.org/2000/svg";
const BUBBLE =
  "M12 3C6.9 3 3 6.5 3 10.9c0 2.4 1.2 4.5 3 6-.1 1-.6 2.2-1.5 3.2-.3.3 0 .9.4.8 2-.2 3.7-1 4.8-1.8.7.2 1.5.2 2.3.2 5.1 0 9-3.5 9-8.4S17.100 3 12 3Z";
const CHEVRON = "m6 9 6 6 6-6";

/**
 * The button in the page's corner, in plain DOM: the loader shows it before there is any Lit on the page, and the
 * element then keeps the very same node, so that neither focus nor a frame is lost.
 */
export class Launcher {
  readonly button: HTMLButtonElement;
  readonly #image: HTMLElement;
  readonly #label: HTMLElement;
  readonly #badge: HTMLElement;
  readonly #note: HTMLElement;

  /** Takes over the launcher that stands in `root`, or makes one. */
  constructor(root: ShadowRoot) {
    const present = root.querySelector<HTMLButtonElement>('[part="launcher"]');
    this.button = present ?? element("button", "launcher");
    if (present === null) {
      this.button.type = "button";
      this.button.setAttribute("aria-haspopup", "dialog");
      const icon = element("span", "launcher-icon");
      icon.append(drawing("bubble", BUBBLE), drawing("chevron", CHEVRON));
      this.button.append(icon, element("span", "launcher-label"), element("span", "badge"));
      const note = element("div", "launcher-note");
      note.setAttribute("role", "status");
      root.append(note, this.button);
    }
    this.#image = find(this.button, "launcher-icon");
    this.#label = find(this.button, "launcher-label");
    this.#badge = find(this.button, "badge");
    this.#note = find(root, "launcher-note");
  }

  render({ open, unread, label, icon, hidden, busy, note }: LauncherState): void {
    const { button } = this;
    const name = open ? launcherStrings.closeChat : label || launcherStrings.openChat;
    button.hidden = hidden;
    button.setAttribute("aria-expanded", String(open));
    button.setAttribute("aria-busy", String(busy));
    button.setAttribute("aria-label", unread > 0 && !open ? launcherStrings.launcherWithUnread(name, unread) : name);
    this.#label.hidden = open || !label;
    this.#label.textContent = label;
    this.#badge.hidden = open || unread === 0;
    this.#badge.textContent = unread > 99 ? "99+" : String(unread);
    this.#note.textContent = note;
    this.#renderIcon(icon);
  }

  #renderIcon(url: string | null): void {
    const present = this.#image.querySelector("img");
    if ((present?.getAttribute("src") ?? null) === url) return;
    present?.remove();
    if (url === null) return;
    const image = document.createElement("img");
    image.alt = "";
    image.src = url;
    this.#image.prepend(image);
  }
}

function element<Tag extends "button" | "span" | "div">(tag: Tag, part: string): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  made.className = part;
  made.setAttribute("part", part);
  return made;
}

function drawing(name: string, path: string): SVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", name);
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const line = document.createElementNS(SVG, "path");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}

function find(parent: ParentNode, part: string): HTMLElement {
  const found = parent.querySelector<HTMLElement>(`[part="${part}"]`);
  if (found === null) throw new Error(`The launcher has lost its part "${part}"`);
  return found;
}
