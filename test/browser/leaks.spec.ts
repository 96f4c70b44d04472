import type { ConnectionStatus } from "../../src/core/connection-status.ts";
import { expect, test } from "./support/fixtures.ts";
import { countHeld, watchTimers } from "./support/leftovers.ts";

/** By which the heap may differ after ten chats, of over 3 MB: the browser's own bookkeeping. Objects are counted one by one. */
const HEAP_BYTES = 32_000;

test("added and removed ten times, an open chat leaves no socket, timer, listener, node or object behind", async ({
  page,
  visit,
  widget,
  network,
}) => {
  await watchTimers(page);
  await visit();
  await widget.open();
  await widget.begin();
  await page.evaluate(() => document.querySelector("cable-chat")?.remove());
  const devtools = await page.context().newCDPSession(page);
  /** In one step of the page's own, since what the test's own questions leave on the heap would be counted. */
  const addAndRemove = async () => {
    const sockets = network.counters.upgrades;
    await page.evaluate(
      async (attributes) => {
        const chat = document.createElement("cable-chat");
        for (const [name, value] of Object.entries(attributes)) chat.setAttribute(name, value);
        await new Promise<void>((caughtUp) => {
          chat.addEventListener("cablechat:connection", (event) => {
            const status = (event as CustomEvent<ConnectionStatus>).detail;
            if (status.state === "connected" && status.caughtUp) caughtUp();
          });
          document.body.append(chat);
        });
        if (!chat.shadowRoot?.querySelector('[part="message"]')) throw new Error("The panel is not open.");
        chat.remove();
      },
      { endpoint: `${network.origin}/cablechat`, webchat: "demo", open: "" },
    );
    expect(network.counters.upgrades, "a socket of its own").toBe(sockets + 1);
    await expect.poll(() => network.openConnections({ only: "websocket" })).toBe(0);
  };
  // The first rounds fill caches that are kept on purpose, and compile what is run often.
  for (let round = 1; round <= 10; round += 1) await addAndRemove();
  const { heapBytes: before, ...held } = await countHeld(page, devtools);
  for (let round = 1; round <= 10; round += 1) await addAndRemove();
  const { heapBytes: after, ...kept } = await countHeld(page, devtools);
  expect(kept).toEqual(held);
  expect(kept.timers).toEqual([]);
  expect(after - before).toBeLessThan(HEAP_BYTES);
});
