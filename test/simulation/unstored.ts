import type { World, Written } from "./world.ts";

/** A page whose storage has failed has said so, once; no other has. @returns what is wrong; `null` for nothing */
export function storageUntold({ browser, tabs }: World): string | null {
  for (const page of tabs) {
    const { alive, chat, monitor, name } = page;
    const expected = browser.faults.hasFailed(page);
    if (!alive || (chat.memoryOnly === expected && monitor.storageWarnings === Number(expected))) continue;
    return `${name}, whose storage ${expected ? "fails" : "works"}, has told ${monitor.storageWarnings} times of it`;
  }
  return null;
}

/** What was never kept is gone with the page that it was written on. */
export function diedWithItsPage({ browser, tabs }: World, { clientId, page }: Written): boolean {
  return !browser.everStored.has(clientId) && !tabs.includes(page);
}

/** It is kept, by an earlier page or another tab, where no page reads any more, since storage has failed each of them. */
export function awaitsNextPage({ browser, tabs }: World, clientId: string): boolean {
  const { faults, stored } = browser;
  return tabs.every((page) => faults.hasFailed(page)) && stored.some(({ message }) => message.clientId === clientId);
}
