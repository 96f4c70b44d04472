import { expect, type Locator, type Page } from "@playwright/test";
import type { ConnectionStatus } from "../../../src/core/connection-status.ts";
import type { Agent } from "./agent.ts";

interface DeskElement extends HTMLElement {
  readonly desk: { readonly connection: ConnectionStatus } | null;
}

/** The desk's page as the agent has it. */
export class DeskPage {
  readonly page: Page;
  readonly host: Locator;
  readonly token: Locator;
  readonly input: Locator;
  readonly messages: Locator;
  readonly status: Locator;
  readonly details: Locator;

  constructor(page: Page) {
    this.page = page;
    this.host = page.locator("cablechat-desk");
    this.token = page.getByLabel("Agent's token");
    this.input = this.host.locator('[part="input"]');
    this.messages = this.host.locator('[part="message"]');
    this.status = this.host.locator(".bar [part=status]");
    this.details = this.host.locator('[part="details"]');
  }

  async signIn(url: string, token: string): Promise<void> {
    await this.page.goto(url);
    await this.token.fill(token);
    await this.token.press("Enter");
  }

  /** The conversation in the list. */
  head(conversation: string): Locator {
    return this.host.locator(`[part="conversation"][data-conversation-id="${conversation}"]`);
  }

  message(text: string): Locator {
    return this.messages.filter({ has: this.page.getByText(text, { exact: true }) });
  }

  async open(conversation: string): Promise<void> {
    await this.head(conversation).click();
    await expect(this.host.locator(`[part="pane"][data-conversation-id="${conversation}"]`)).toBeVisible();
  }

  async write(text: string): Promise<void> {
    await this.input.fill(text);
    await this.input.press("Enter");
  }

  async caughtUp(): Promise<void> {
    await expect
      .poll(() => this.host.evaluate((host) => (host as DeskElement).desk?.connection))
      .toEqual({ state: "connected", caughtUp: true });
  }

  /** Every message of the backend's log stands on the desk exactly once, in the log's order. */
  async expectInStepWith(agent: Agent, conversation: string): Promise<void> {
    await expect(async () => {
      const log = await agent.log(conversation);
      const seen = await this.messages.evaluateAll((rows) => rows.map((row) => row.getAttribute("data-message-id")));
      expect(seen).toEqual(log.map(({ id }) => id));
    }).toPass({ timeout: 30_000 });
  }
}
