import { defineConfig } from "@playwright/test";
import base from "../../../playwright.config.ts";

/** What only the cluster can show; the tests in test/browser run on it too, by CABLECHAT_BACKEND. */
export default defineConfig(base, {
  testDir: ".",
  outputDir: "../../../test-results/rails",
  workers: 1,
  timeout: 120_000,
});
