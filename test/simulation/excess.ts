import type { SimPage } from "./sim-page.ts";
import type { World } from "./world.ts";

/** Of what a page has asked for in any one minute more than was needed; in words. */
export function excess(world: World, { monitor: { rate } }: SimPage): string[] {
  const { backend, introductions, performed, polled, withoutSocketMs, written } = world;
  const revisions = backend.conversations.reduce((sum, { revision }) => sum + revision, 0);
  const files = written.reduce((sum, message) => sum + message.files.length, 0);
  // For each page of changes a request, and one to tell that they are read; for each message a send and a repetition.
  const needed = (2 * revisions) / backend.options.pageSize + 2 * written.length + 4 * files;
  const polls = polled ? 12 : 0;
  const allowed = {
    // Of what the host's page asks, and of what is loaded anew then.
    requests: 30 + 3 * introductions.attempts + needed + polls + performed,
    // What is sent ends the waiting, also where a socket was refused.
    sockets: 15 + Math.min(60, withoutSocketMs / 1_000) + performed / 2 + written.length,
  };
  return [
    ...(rate.requestsAMinute > allowed.requests ? [`${rate.requestsAMinute} requests in a minute`] : []),
    ...(rate.socketsAMinute > allowed.sockets ? [`${rate.socketsAMinute} sockets in a minute`] : []),
  ];
}
