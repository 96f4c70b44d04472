import { findChromium } from "../../scripts/support/find-chromium.ts";

/** Flags for a Chromium that runs in a container, as root, and talks to nobody but the page under test. */
export const chromiumArgs: readonly string[] = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** What Playwright needs to start it: `chromium.launch(chromiumLaunch())`. @throws Error where there is no Chromium */
export function chromiumLaunch(): { executablePath: string; args: string[] } {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('There is no Chromium. "npm run chromium" installs it or says how.');
  return { executablePath, args: [...chromiumArgs] };
}
