import type { Page, WebSocketRoute } from "@playwright/test";
import { expect, test } from "./support/fixtures.ts";

// A backend whose REST answers, and whose cable wants nothing of this page.

const frame = (type: string, more: object = {}) => JSON.stringify({ type, ...more });

/** Rails says so to a visitor it does not know, instead of a welcome. */
function unauthorized(socket: WebSocketRoute): void {
  socket.send(frame("disconnect", { reason: "unauthorized", reconnect: false }));
}

function rejection(socket: WebSocketRoute): void {
  socket.send(frame("welcome"));
  socket.onMessage((text) => {
    const { command, identifier } = JSON.parse(String(text)) as { command: string; identifier: string };
    if (command === "subscribe") socket.send(frame("reject_subscription", { identifier }));
  });
}

/** From now on, what `answer` does is all that a socket hears. @returns how many sockets there were */
async function standInForTheCable(page: Page, answer: (socket: WebSocketRoute) => void): Promise<() => number> {
  let sockets = 0;
  await page.routeWebSocket(/\/cable/, (socket) => {
    sockets += 1;
    answer(socket);
  });
  return () => sockets;
}

const BOOTSTRAP = /GET \S*\/webchats\/demo /;

for (const [name, answer] of [
  ["rejects the subscription", rejection],
  ["says that the visitor is unauthorized, and not to come back,", unauthorized],
] as const) {
  test(`a cable that ${name} is asked three times more, then the visitor is told, and can still write`, async ({
    page,
    visit,
    widget,
    network,
    agent,
  }) => {
    const sockets = await standInForTheCable(page, answer);
    await visit();
    await widget.open();
    // No other test's: it tells the conversation from theirs.
    const last = `Refused, I write on: ${crypto.randomUUID()}`;
    await widget.write("Is anybody there?");
    await expect(widget.banner).toHaveText("The chat has refused the connection. Please reload the page.");
    expect((await widget.connection()).state).toBe("closed");
    expect([sockets(), network.requests(BOOTSTRAP).length]).toEqual([4, 4]);
    await widget.write(last);
    const log = await agent.log(await agent.conversationWith(last));
    expect(log.map(({ body }) => body)).toEqual(["Is anybody there?", last]);
    expect((await widget.seen()).map(({ text }) => text)).toEqual(["Is anybody there?", last]);
  });
}

test("a cable that answers 404, as Rails does to a page of another origin, is done without: messages go both ways", async ({
  page,
  site,
  visit,
  widget,
  agent,
}) => {
  const refusals: string[] = [];
  page.on("websocket", (socket) => socket.on("socketerror", (error) => refusals.push(error)));
  // The customer's own server has no cable.
  const url = `${site.origin.replace("http", "ws")}/cable`;
  await page.route(/\/webchats\/demo$/, async (route) => {
    const response = await route.fetch();
    const bootstrap = await response.json();
    await route.fulfill({ response, json: { ...bootstrap, cable: { ...bootstrap.cable, url } } });
  });
  await visit();
  await widget.open();
  await widget.write("Hello");
  await expect.poll(() => widget.connection()).toEqual({ state: "polling" });
  expect(refusals.slice(0, 2)).toEqual([expect.stringContaining("404"), expect.stringContaining("404")]);
  await expect(widget.banner).toBeEmpty();
  await agent.say(await widget.conversation(), "An answer");
  await widget.write("Another question");
  await expect(widget.message("An answer")).toBeVisible();
  await widget.expectInStepWith(agent);
});
