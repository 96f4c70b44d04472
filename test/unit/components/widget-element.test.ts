import { html, nothing } from "lit/html.js";
import { afterEach, describe, expect, test, vi } from "vitest";
import { CableChat } from "../../../src/components/cable-chat.ts";
import { WidgetElement } from "../../../src/components/widget-element.ts";
import { createElement, mount } from "../../support/mounted-element.ts";

afterEach(() => document.body.replaceChildren());

/** Draws `word`, and writes down what happens to it. */
class WordElement extends WidgetElement {
  word = "one";
  readonly log: string[] = [];

  constructor() {
    super(":host{color:red}");
    this.addController({
      hostUpdate: () => this.log.push("hostUpdate"),
      hostUpdated: () => this.log.push(`hostUpdated ${this.renderRoot.textContent}`),
      hostDisconnected: () => this.log.push("hostDisconnected"),
    });
  }

  protected override willUpdate(): void {
    this.log.push("willUpdate");
  }

  protected override render(): unknown {
    return this.word === "" ? nothing : html`<b>${this.word}</b>`;
  }

  protected override updated(): void {
    this.log.push("updated");
  }
}

customElements.define("word-element", WordElement);

function word(): WordElement {
  return document.createElement("word-element") as WordElement;
}

describe("WidgetElement", () => {
  test("draws once for many requests, and its controllers look before and after", async () => {
    const element = word();
    document.body.append(element);
    element.requestUpdate();
    element.requestUpdate();
    await element.updateComplete;
    expect(element.log).toEqual(["willUpdate", "hostUpdate", "hostUpdated one", "updated"]);
  });

  test("draws nothing outside a document", async () => {
    const element = word();
    element.requestUpdate();
    await element.updateComplete;
    expect(element.log).toEqual([]);
  });

  test("draws again for what is asked for after it has drawn", async () => {
    const element = word();
    element.addController({
      hostUpdated: () => {
        if (element.word === "two") return;
        element.word = "two";
        element.requestUpdate();
      },
    });
    document.body.append(element);
    await element.updateComplete;
    await element.updateComplete;
    expect(element.renderRoot.textContent).toBe("two");
  });

  test("tells its controllers that it has left the document", async () => {
    const element = word();
    document.body.append(element);
    await element.updateComplete;
    element.remove();
    expect(element.log.at(-1)).toBe("hostDisconnected");
  });

  test("keeps what stood in its shadow root, and draws before it", async () => {
    const element = word();
    element.renderRoot.append("launcher");
    document.body.append(element);
    await element.updateComplete;
    expect(element.renderRoot.textContent).toBe("onelauncher");
    element.word = "";
    element.requestUpdate();
    await element.updateComplete;
    expect(element.renderRoot.textContent).toBe("launcher");
  });

  test("a drawing that fails does not stop the next one", async () => {
    const element = word();
    document.body.append(element);
    await element.updateComplete;
    const failing = vi.spyOn(element as unknown as { render(): unknown }, "render").mockImplementationOnce(() => {
      throw new Error("cannot draw");
    });
    element.requestUpdate();
    await expect(element.updateComplete).rejects.toThrow("cannot draw");
    failing.mockRestore();
    element.word = "two";
    element.requestUpdate();
    await element.updateComplete;
    expect(element.renderRoot.textContent).toBe("two");
  });
});

describe("the properties", () => {
  test("are the attributes, by their names", async () => {
    const element = await mount({ "launcher-label": "Help" });
    expect(element.launcherLabel).toBe("Help");
    element.launcherIcon = "https://a.example/i.png";
    expect(element.getAttribute("launcher-icon")).toBe("https://a.example/i.png");
    element.launcherIcon = null;
    expect(element.hasAttribute("launcher-icon")).toBe(false);
  });

  test("have their defaults while the attribute is not set", () => {
    const { locale, theme, position, isOpen, launcherHidden, autoOpen, reconnectDelay, maxReconnectDelay, storage } =
      createElement();
    expect({ locale, theme, position, isOpen, launcherHidden, autoOpen }).toEqual({
      locale: "auto",
      theme: "auto",
      position: "bottom-right",
      isOpen: false,
      launcherHidden: false,
      autoOpen: "off",
    });
    expect({ reconnectDelay, maxReconnectDelay, storage }).toEqual({
      reconnectDelay: 1000,
      maxReconnectDelay: 30_000,
      storage: "local",
    });
  });

  test("set on the element before it was defined, they count", async () => {
    const early = document.createElement("late-cable-chat");
    document.body.append(early);
    const cable = () => "wss://c.example/cable?token=1";
    Object.assign(early, { locale: "de", launcherHidden: true, cable });
    CableChat.define("late-cable-chat", customElements);
    const element = early as CableChat;
    await element.updateComplete;
    expect([element.getAttribute("locale"), element.hasAttribute("hide-launcher"), element.cable]).toEqual([
      "de",
      true,
      cable,
    ]);
  });
});
