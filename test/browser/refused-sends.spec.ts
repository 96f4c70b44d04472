import type { Page } from "@playwright/test";
import { expect, test } from "./support/fixtures.ts";

interface Asked {
  /** The client id of each request to send, in order. */
  readonly clientIds: string[];
}

/** The first request to send is answered with this status, the others by the backend. */
async function refuseFirstSend(page: Page, status: number, headers: Record<string, string>): Promise<Asked> {
  const asked: Asked = { clientIds: [] };
  await page.route(/\/messages$/, async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    asked.clientIds.push(route.request().postDataJSON().client_id);
    if (asked.clientIds.length > 1) return route.continue();
    const open = { "Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "Retry-After" };
    await route.fulfill({ status, headers: { ...open, ...headers }, json: { code: "refused", title: "Not now" } });
  });
  return asked;
}

test("a send that is told to come back in ten minutes waits so long, also through a new socket, and is sent once", async ({
  page,
  visit,
  widget,
  agent,
  network,
}) => {
  await page.clock.install();
  await visit();
  await widget.open();
  const conversation = await widget.begin();
  const asked = await refuseFirstSend(page, 429, { "Retry-After": "600" });
  await widget.write("Too soon");
  await expect.poll(() => asked.clientIds.length).toBe(1);
  // For the clock it is a machine that has slept: the new socket hurries whatever may be hurried.
  const again = network.nextRequest(/GET \S*\/cable[? ]/);
  await page.clock.fastForward("08:00");
  await again;
  await widget.caughtUp();
  await expect(widget.message("Too soon")).toHaveAttribute("data-state", "pending");
  expect(asked.clientIds).toHaveLength(1);
  await page.clock.fastForward("03:00");
  await expect(widget.message("Too soon")).toHaveAttribute("data-state", "sent");
  await widget.expectInStepWith(agent);
  const sent = (await agent.log(conversation)).filter(({ body }) => body === "Too soon");
  expect(sent.map(({ client_id }) => client_id)).toEqual([asked.clientIds[0]]);
  expect(asked.clientIds).toEqual([asked.clientIds[0], asked.clientIds[0]]);
});
