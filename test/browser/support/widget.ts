import { expect, type Locator, type Page } from "@playwright/test";
import type { ConnectionStatus } from "../../../src/core/connection-status.ts";
import type { Agent } from "./agent.ts";

/** A message as it stands on the page. */
export interface SeenMessage {
  readonly id: string | null;
  readonly clientId: string | null;
  readonly state: string;
  readonly text: string;
}

/** What the tests read of the element; the page's own realm has no other types. */
interface ChatElement extends HTMLElement {
  readonly connection: ConnectionStatus;
  readonly conversation: { readonly id: string } | null;
}

/** Every message ever drawn twice, on any page of the test; see `watchForDoubles`. */
interface Watched extends Window {
  cablechatDoubles?: string[];
}

/** `<cable-chat>` as the visitor has it: what stands on it, and what can be done with it. */
export class Widget {
  readonly page: Page;
  readonly host: Locator;
  readonly input: Locator;
  readonly messages: Locator;
  readonly list: Locator;
  readonly banner: Locator;
  readonly badge: Locator;
  readonly launcher: Locator;

  constructor(page: Page, host = page.locator("cable-chat")) {
    this.page = page;
    this.host = host;
    this.input = host.locator('[part="input"]');
    this.messages = host.locator('[part="message"]');
    this.list = host.locator('[part="messages"]');
    this.banner = host.locator('[part="banner"]');
    this.badge = host.locator('[part="badge"]');
    this.launcher = host.locator('[part="launcher"]');
  }

  message(text: string): Locator {
    return this.messages.filter({ has: this.page.getByText(text, { exact: true }) });
  }

  async open(): Promise<void> {
    await this.launcher.click();
    await expect(this.input).toBeFocused();
  }

  /** Types a message and presses Enter. */
  async write(text: string): Promise<void> {
    await this.input.fill(text);
    await this.input.press("Enter");
  }

  /** Writes, and waits until the backend has it. @returns the conversation's id */
  async begin(text = "Hello"): Promise<string> {
    await this.write(text);
    await expect(this.message(text)).toHaveAttribute("data-state", "sent");
    await this.caughtUp();
    return this.conversation();
  }

  seen(): Promise<readonly SeenMessage[]> {
    return this.messages.evaluateAll((rows) =>
      rows.map((row) => ({
        id: row.getAttribute("data-message-id"),
        clientId: row.getAttribute("data-client-id"),
        state: row.getAttribute("data-state") ?? "",
        text: row.querySelector('[part~="bubble"]')?.textContent ?? "",
      })),
    );
  }

  connection(): Promise<ConnectionStatus> {
    return this.host.evaluate((host) => (host as ChatElement).connection);
  }

  /** Waits until the subscription is confirmed and what was missed is here. */
  async caughtUp(): Promise<void> {
    await expect.poll(() => this.connection()).toEqual({ state: "connected", caughtUp: true });
  }

  /** Waits until the connection is known to be lost. */
  async lost(): Promise<void> {
    await expect.poll(async () => (await this.connection()).state).not.toBe("connected");
  }

  async conversation(): Promise<string> {
    const id = await this.host.evaluate((host) => (host as ChatElement).conversation?.id);
    if (id === undefined) throw new Error("The visitor has no conversation yet.");
    return id;
  }

  /**
   * What this whole project is for: every message of the backend's log stands on the page exactly once, in the log's
   * order, the visitor's own as sent, and nothing else does. Messages before the first loaded one may be missing.
   */
  async expectInStepWith(agent: Agent): Promise<void> {
    const conversation = await this.conversation();
    await expect(async () => {
      const log = await agent.log(conversation);
      const seen = await this.seen();
      const first = log.findIndex(({ id }) => id === seen[0]?.id);
      const expected = log.slice(Math.max(0, first)).map(({ id, author, body, state }) => ({
        id,
        state: author?.type === "visitor" ? "sent" : state,
        text: body,
      }));
      expect(seen.map(({ id, state, text }) => ({ id, state, text }))).toEqual(expected);
    }).toPass({ timeout: 30_000 });
    expect(await this.doubles(), "messages drawn twice at some moment").toEqual([]);
  }

  /** Messages that stood twice on the present page, at whatever moment. */
  doubles(): Promise<readonly string[]> {
    return this.page.evaluate(() => (window as Watched).cablechatDoubles ?? []);
  }
}

/** On every page of `page`: looks at each change of a widget's messages, since a flicker is over before a test looks. */
export async function watchForDoubles(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const doubles: string[] = [];
    (window as { cablechatDoubles?: string[] }).cablechatDoubles = doubles;
    const look = (root: ShadowRoot) => {
      for (const attribute of ["data-message-id", "data-client-id"]) {
        const known = new Set<string>();
        for (const row of root.querySelectorAll(`[${attribute}]`)) {
          const value = row.getAttribute(attribute) ?? "";
          if (known.has(value)) doubles.push(`${attribute} ${value}`);
          known.add(value);
        }
      }
    };
    document.addEventListener("cablechat:ready", ({ target }) => {
      const root = (target as Element).shadowRoot;
      if (!root) return;
      const attributeFilter = ["data-message-id", "data-client-id"];
      new MutationObserver(() => look(root)).observe(root, { subtree: true, childList: true, attributeFilter });
    });
  });
}
