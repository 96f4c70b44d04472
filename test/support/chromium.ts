import { findChromium } from "../../scripts/support/find-chromium.ts";

/**
 * What the address bar suggests is a page of its own in recent versions, kept ready though nobody sees it: half a core, on a
 * machine that has two. The others are Playwright's; a flag that is given twice holds for its last time.
 */
const FEATURES_OFF: readonly string[] = [
  "WebUIOmniboxAimPopup",
  "WebUIOmniboxFullPopup",
  "WebUIOmniboxPopup",
  "AimEnabled",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsFirstBalancedModeAutoEnable",
  "HttpsUpgrades",
  "LensOverlay",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PaintHolding",
  "PreconnectToSearch",
  "ThirdPartyStoragePartitioning",
];

/** Flags for a Chromium that runs in a container, as root, and talks to nobody but the page under test. */
export const chromiumArgs: readonly string[] = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  `--disable-features=${FEATURES_OFF.join(",")}`,
];

/** What Playwright needs to start it: `chromium.launch(chromiumLaunch())`. @throws Error where there is no Chromium */
export function chromiumLaunch(): { executablePath: string; args: string[] } {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('There is no Chromium. "npm run chromium" installs it or says how.');
  return { executablePath, args: [...chromiumArgs] };
}
