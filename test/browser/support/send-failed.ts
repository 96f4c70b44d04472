import type { Page, Request } from "@playwright/test";

/** Resolves when a request to send has failed. What is sent is stored: before that nothing is sent. */
export function sendFailed(page: Page): Promise<Request> {
  return page.waitForEvent("requestfailed", (request) => request.method() === "POST");
}
