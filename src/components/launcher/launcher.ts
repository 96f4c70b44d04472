import { launcherStrings } from "../../locales/en.ts";

export interface LauncherState {
  open: boolean;
  unread: number;
  /** Visible text beside the icon; nothing for the icon alone. */
  label: string | null | undefined;
  /** The URL of an image to show instead of the icon. */
  icon: string | null | undefined;
  hidden: boolean;
  /** The panel is being fetched. */
  busy?: boolean;
  /** What went wrong, told beside the launcher. */
  note?: string | null;
}

/**
 * The button in the page's corner, in plain DOM: the loader shows it before there is any Lit on the page, and the
 * element then keeps the very same nodes, so that neither focus nor a frame is lost.
 */
export class Launcher {
  readonly button: HTMLElement;

  /** Takes over the launcher that stands in `root`, or makes one. */
  constructor(root: ShadowRoot) {
    this.button = root.querySelector<HTMLElement>(".launcher") ?? create(root);
  }

  /** @returns whether there was something to focus */
  focus(): boolean {
    this.button.focus();
    return !this.button.hidden;
  }

  render({ open, unread, label, icon, hidden, busy = false, note = null }: LauncherState): void {
    const { button } = this;
    const [image, text, badge] = button.children as unknown as [HTMLElement, HTMLElement, HTMLElement];
    const name = open ? launcherStrings.closeChat : label || launcherStrings.openChat;
    const told = open ? 0 : unread;
    button.hidden = hidden;
    button.ariaExpanded = String(open);
    button.ariaBusy = String(busy);
    button.ariaLabel = told > 0 ? launcherStrings.launcherWithUnread(name, told) : name;
    if (icon && !open) image.style.backgroundImage = `url(${JSON.stringify(icon)})`;
    else image.removeAttribute("style");
    text.hidden = open || !label;
    text.textContent = label ?? null;
    badge.hidden = told === 0;
    badge.textContent = told > 99 ? "99+" : String(told);
    (button.previousSibling as HTMLElement).textContent = note;
  }
}

function create(root: ShadowRoot): HTMLElement {
  const add = (parent: Node, tag: string, part: string) => {
    const element = document.createElement(tag);
    element.className = part;
    element.setAttribute("part", part);
    parent.appendChild(element);
    return element;
  };
  add(root, "div", "launcher-note").role = "status";
  const button = add(root, "button", "launcher");
  button.ariaHasPopup = "dialog";
  for (const part of ["launcher-icon", "launcher-label", "badge"]) add(button, "span", part);
  return button;
}
