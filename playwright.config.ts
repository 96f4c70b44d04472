import { defineConfig, devices } from "@playwright/test";
import { chromiumLaunch } from "./test/support/chromium.ts";

/**
 * Browser tests run the built `dist/`. Each starts the servers and proxies it needs (`test/support`), so there is no
 * `webServer` here, and two may run side by side.
 */
export default defineConfig({
  testDir: "test/browser",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results",
  fullyParallel: false,
  workers: 2,
  // A test that passes at the second try has found something.
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  use: {
    ...devices["Desktop Chrome"],
    browserName: "chromium",
    launchOptions: chromiumLaunch(),
    // A quarter of the machine, for all that passes too: `--trace retain-on-failure` where it is wanted.
    trace: "off",
    screenshot: "only-on-failure",
  },
});
