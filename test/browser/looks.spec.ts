import type { Page } from "@playwright/test";
import { axeFindings } from "./support/axe.ts";
import { expect, test } from "./support/fixtures.ts";

// Pictures to look at, in test-results/looks/; what a machine can judge of them is asserted.

const SIZES = [
  { name: "1280", width: 1280, height: 800 },
  { name: "390", width: 390, height: 844 },
];

test.use({ contextOptions: { reducedMotion: "reduce" } });

for (const { name, ...viewport } of SIZES) {
  for (const colorScheme of ["light", "dark"] as const) {
    test.describe(`at ${name} px, ${colorScheme}`, () => {
      test.use({ viewport, colorScheme });

      const look = (page: Page, what: string) =>
        page.screenshot({ path: `test-results/looks/${what}-${name}-${colorScheme}.png` });

      test("a talk, its troubles and the desk are whole, and axe-core finds nothing in them", async ({
        page,
        visit,
        widget,
        agent,
        network,
        backend,
      }) => {
        await visit();
        await look(page, "launcher");
        await widget.open();
        await expect(widget.host.locator('[part="greeting"]')).toBeVisible();
        await look(page, "empty");
        const conversation = await widget.begin("Hello! Is the Fjell pendant in stock, and do you ship to Bergen?");
        await agent.say(conversation, "Hi! Yes, three of them.");
        await agent.say(conversation, "Shipping takes two days: https://example.com/shipping?to=bergen");
        await widget.begin(
          "Great.\nThen I take two, with the long cord and a very-long-word-that-does-not-break-anywhere-aaaaaaaaaaa",
        );
        await agent.say(conversation, "Lovely 🎉 مرحبا");
        await expect(widget.message("Lovely 🎉 مرحبا")).toBeVisible();
        await look(page, "talk");
        expect(await axeFindings(page)).toEqual([]);
        const { scrollWidth, clientWidth } = await widget.list.evaluate((list) => list);
        expect(scrollWidth, "nothing sticks out").toBe(clientWidth);

        await page.route(/\/messages$/, (route) =>
          route.request().method() === "POST"
            ? route.fulfill({
                status: 422,
                json: { detail: "Messages that name another shop are not taken here." },
                headers: { "Access-Control-Allow-Origin": "*" },
              })
            : route.fallback(),
        );
        await widget.write("This one is refused");
        await expect(widget.message("This one is refused")).toHaveAttribute("data-state", "failed");
        await page.unroute(/\/messages$/);
        await network.refuse();
        await widget.write("This one waits");
        await expect(widget.banner).toContainText("Reconnecting");
        await look(page, "troubles");
        expect(await axeFindings(page)).toEqual([]);
        await network.recover();

        const desk = await page.context().newPage();
        await desk.goto(backend.desk);
        await look(desk, "desk-sign-in");
        await desk.getByLabel("Agent's token").fill(backend.token);
        await desk.getByRole("button", { name: "Sign in" }).click();
        await desk.locator(`[data-conversation-id="${conversation}"]`).click();
        await expect(desk.locator('[part="message"]').first()).toBeVisible();
        await look(desk, "desk");
        expect(await axeFindings(desk)).toEqual([]);
      });
    });
  }
}
