import type { SimPage } from "./sim-page.ts";
import type { World } from "./world.ts";

/** No visitor goes somewhere else, and back, in less. */
const AWAY_MS = 200;

/** Out of the back/forward cache: nothing of the page has run meanwhile, and nobody has heard of its socket. */
export async function restore(
  { browser, clock, discarded, introductions, network, written }: World,
  page: SimPage,
): Promise<void> {
  page.freeze();
  // It comes before anything that has waited: a browser wakes the page and says so in one task.
  page.deliver(() => {
    const unsure = new Set(browser.beingWritten);
    page.monitor.screen.mayBeAnothers = true;
    page.lifecycle.tell("restored");
    page.monitor.screen.mayBeAnothers = false;
    introductions.restored(page);
    const isShown = (id: string) => page.chat.messages.some(({ clientId }) => clientId === id);
    for (const { clientId, page: own } of written) {
      // Another session stands in the storage: whose, nobody can say here, and what may not be kept is not told to the next.
      const isKept = browser.everStored.has(clientId) && !unsure.has(clientId);
      if (own === page && !isKept && !isShown(clientId)) discarded.add(clientId);
    }
  });
  await clock.advance(AWAY_MS);
  network.halfOpen(page);
  await page.wake(false);
}
