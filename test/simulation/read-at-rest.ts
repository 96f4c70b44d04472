import type { World } from "./world.ts";

/** Longer than a broadcast, and a report that fails a few times, take. */
const WITHIN_MS = 60_000;

/**
 * All is well, and every panel is open: nothing is unread, and the backend knows it. With the panels closed, what comes is
 * unread in all tabs alike, until it is read in one of them.
 */
export async function readAtRest(world: World): Promise<void> {
  const { backend, clock, tabs, violations } = world;
  // Between conversations order goes by the clock, and so does what lies before something that was read.
  if (world.clockWentBack) return;
  const conversation = backend.latest;
  if (!conversation || backend.isPast(conversation.id)) return;
  const counts = () => tabs.map(({ chat }) => chat.unreadCount).join(", ");
  const expect = async (count: number, isReported: boolean, when: string) => {
    // What the visitor has written needs no reading: something that was under way may arrive by now, behind all others.
    const last = () => Number(conversation.log.filter(({ author }) => author === "agent").at(-1)?.id);
    const holds = () =>
      tabs.every(({ chat }) => chat.unreadCount === count) &&
      (!isReported || Number(conversation.seenByVisitor) >= last());
    if (await clock.runUntil(holds, WITHIN_MS)) return;
    const seen = `the backend knows of what is read up to ${conversation.seenByVisitor}`;
    violations.push(`${when}: unread are ${counts()} by tab, ${count} expected; ${seen}`);
  };
  world.agentWrites();
  await expect(0, true, "with every panel open");
  for (const { chat } of tabs) chat.close();
  world.agentWrites();
  world.agentWrites();
  await expect(2, false, "with every panel closed");
  world.page.chat.open();
  await expect(0, true, "read in one tab");
  for (const { chat } of tabs) chat.open();
}
