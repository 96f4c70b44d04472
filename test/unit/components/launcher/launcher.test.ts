import { beforeEach, describe, expect, test } from "vitest";
import { Launcher, type LauncherState } from "../../../../src/components/launcher/launcher.ts";

const CLOSED: LauncherState = { open: false, unread: 0, label: null, icon: null, hidden: false };
let root: ShadowRoot;

function part(name: string): HTMLElement {
  return root.querySelector(`[part="${name}"]`) as HTMLElement;
}

describe("Launcher", () => {
  beforeEach(() => {
    root = document.createElement("div").attachShadow({ mode: "open" });
  });

  test("names what pressing it does", () => {
    const launcher = new Launcher(root);
    launcher.render(CLOSED);
    expect(launcher.button.ariaLabel).toBe("Open chat");
    launcher.render({ ...CLOSED, open: true });
    expect(launcher.button.ariaLabel).toBe("Close chat");
    expect(launcher.button.ariaExpanded).toBe("true");
  });

  test("tells the unread messages to the eye and to a screen reader", () => {
    const launcher = new Launcher(root);
    launcher.render({ ...CLOSED, unread: 1 });
    expect(part("badge").textContent).toBe("1");
    expect(launcher.button.ariaLabel).toBe("Open chat, 1 unread message");
    launcher.render({ ...CLOSED, unread: 120 });
    expect(part("badge").textContent).toBe("99+");
    expect(launcher.button.ariaLabel).toBe("Open chat, 120 unread messages");
  });

  test("has no badge without unread messages, nor while the chat is open", () => {
    const launcher = new Launcher(root);
    launcher.render(CLOSED);
    expect(part("badge").hidden).toBe(true);
    launcher.render({ ...CLOSED, unread: 2, open: true });
    expect(part("badge").hidden).toBe(true);
  });

  test("a visible label is also its name", () => {
    const launcher = new Launcher(root);
    launcher.render({ ...CLOSED, label: "Talk to us" });
    expect(part("launcher-label").textContent).toBe("Talk to us");
    expect(launcher.button.ariaLabel).toBe("Talk to us");
  });

  test("an icon's URL cannot become another style", () => {
    const launcher = new Launcher(root);
    launcher.render({ ...CLOSED, icon: 'x.png");position:fixed;background:url("y.png' });
    expect(part("launcher-icon").style.position).toBe("");
  });

  test("keeps the nodes of the launcher that already stands there", () => {
    const first = new Launcher(root).button;
    expect(new Launcher(root).button).toBe(first);
    expect(root.querySelectorAll("button")).toHaveLength(1);
  });

  test("a note stands in a live region", () => {
    new Launcher(root).render({ ...CLOSED, note: "Not there" });
    expect(part("launcher-note").textContent).toBe("Not there");
    expect(part("launcher-note").role).toBe("status");
  });
});
