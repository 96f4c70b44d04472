/** How often the parent is looked for, in milliseconds. */
const LOOK_EVERY_MS = 250;

/**
 * Calls `orphaned` when the process that started this one is gone. `npm start` runs its command through a shell, and
 * that shell does not pass a SIGTERM on: without this, stopping npm would leave the server behind with its port.
 */
export function watchParent(orphaned: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    orphaned();
  }, LOOK_EVERY_MS);
  timer.unref();
}
