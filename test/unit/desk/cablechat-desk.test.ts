import { afterEach, describe, expect, it } from "vitest";
import { DeskRig } from "../../support/desk-rig.ts";
import { mountDesk, openedDesk, press } from "../../support/mounted-desk.ts";

afterEach(() => document.body.replaceChildren());

describe("<cablechat-desk>: the list", () => {
  it("shows who wrote what, and how much of it nobody has read", async () => {
    const rig = new DeskRig();
    const id = rig.backend.begin("Hello", { name: "Bo" });
    rig.backend.write(id, "Anybody there?");
    const element = await mountDesk(rig);
    expect(element.texts("conversation")[0]).toMatch(/Bo.*Anybody there\?.*2 unread messages/);
    expect(element.piece("conversation")?.dataset["conversationId"]).toBe(id);
  });

  it("calls a visitor by the email, or by a number, where there is no name", async () => {
    const rig = new DeskRig();
    rig.backend.begin("one", { email: "bo@example.com" });
    rig.backend.begin("two");
    const [anonymous, known] = (await mountDesk(rig)).texts("conversation");
    expect([anonymous, known]).toEqual([
      expect.stringContaining("Visitor 2"),
      expect.stringContaining("bo@example.com"),
    ]);
  });

  it("says so when there is nothing to list", async () => {
    const element = await mountDesk(new DeskRig());
    expect(element.renderRoot.querySelector(".list-pane .blank")?.textContent).toMatch(/No conversations yet/);
  });

  it("has one stop for Tab, and arrows that move within", async () => {
    const rig = new DeskRig();
    for (const body of ["one", "two", "three"]) rig.backend.begin(body);
    const element = await mountDesk(rig);
    const stops = element.pieces("conversation");
    expect(stops.map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1]);
    stops[0]?.focus();
    press(stops[0] ?? null, "ArrowDown");
    expect(element.shadowRoot?.activeElement).toBe(stops[1]);
    press(stops[1] ?? null, "End");
    expect(element.shadowRoot?.activeElement).toBe(stops[2]);
    press(stops[2] ?? null, "Home");
    expect(element.shadowRoot?.activeElement).toBe(stops[0]);
  });
});

describe("<cablechat-desk>: who it is with", () => {
  const page = { url: "https://shop.example/lamps", title: "Lamps", referrer: "https://search.example/" };

  it("shows name, email, attributes and the page they are on", async () => {
    const rig = new DeskRig();
    const visitor = { name: "Bo", email: "bo@example.com", attributes: { plan: "pro" }, page };
    const element = await openedDesk(rig, rig.backend.begin("question", visitor));
    const links = [...(element.piece("details")?.querySelectorAll("a") ?? [])].map((link) => link.getAttribute("href"));
    expect(links).toEqual(["mailto:bo@example.com", page.url, page.referrer]);
    expect(element.piece("details")?.textContent).toMatch(/plan\s+pro/);
  });

  it("makes no link of an address that is a script", async () => {
    const rig = new DeskRig();
    const visitor = { page: { ...page, url: "javascript:alert(1)", referrer: "data:text/html,x" } };
    const element = await openedDesk(rig, rig.backend.begin("question", visitor));
    expect(element.piece("details")?.querySelectorAll("a")).toHaveLength(0);
  });

  it("lets no address bring a subject or a body of its own", async () => {
    const rig = new DeskRig();
    const visitor = { email: "bo@example.com?subject=pay&body=now" };
    const element = await openedDesk(rig, rig.backend.begin("question", visitor));
    const href = element.piece("details")?.querySelector("a")?.getAttribute("href");
    expect(href).toBe("mailto:bo@example.com%3Fsubject%3Dpay%26body%3Dnow");
  });
});
