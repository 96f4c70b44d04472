import { html, render } from "lit";
import { describe, expect, test } from "vitest";
import { linkify } from "../../../../src/components/message-bubble/linkify.ts";

function shown(text: string): HTMLElement {
  const element = document.createElement("div");
  render(html`${linkify(text)}`, element);
  return element;
}

function addresses(text: string): (string | null)[] {
  return [...shown(text).querySelectorAll("a")].map((link) => link.getAttribute("href"));
}

describe("linkify", () => {
  test("shows the whole text, links or not", () => {
    const text = "see https://a.example/x, then http://b.example.\nBye";
    expect(shown(text).textContent).toBe(text);
  });

  test.each([
    ["Look: https://a.example/x.", "https://a.example/x"],
    ["(https://a.example/x)", "https://a.example/x"],
    ["https://a.example/wiki/X_(y) is it", "https://a.example/wiki/X_(y)"],
    ["“https://a.example/?q=1&r=2#z”", "https://a.example/?q=1&r=2#z"],
    ["HTTPS://A.EXAMPLE!", "HTTPS://A.EXAMPLE"],
    ["**https://a.example**", "https://a.example"],
  ])("finds the address in %j", (text, address) => {
    expect(addresses(text)).toEqual([address]);
  });

  test.each([
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "www.example.com",
    "https://",
    "xhttps//no",
  ])("makes no link of %j", (text) => {
    expect(addresses(text)).toEqual([]);
  });

  test("an attacker's markup stays text", () => {
    const element = shown('<img src=x onerror=alert(1)> https://a.example/"><script>alert(1)</script>');
    expect(element.querySelector("img, script")).toBeNull();
    expect(addresses('https://a.example/"onmouseover=alert(1)')).toEqual(["https://a.example/"]);
  });

  test("a link opens elsewhere, and tells that page neither who opened it nor from where", () => {
    const link = shown("https://a.example").querySelector("a");
    expect(link?.target).toBe("_blank");
    expect(link?.rel).toBe("noopener noreferrer nofollow");
  });

  test("an attacker's million brackets do not hold up the page", () => {
    expect(addresses(`https://a.example/${")".repeat(1_000_000)}`)).toEqual(["https://a.example/"]);
  });
});
