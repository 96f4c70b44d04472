import { describe, expect, it } from "vitest";
import type { SimPage } from "../simulation/sim-page.ts";
import { bodies, calmWorld } from "../support/calm-world.ts";

describe("a visitor who signs out", () => {
  it("is not shown what an earlier page had left, and this one was just reading", async () => {
    const world = calmWorld(30);
    world.write();
    world.page.chat.destroy();
    await world.clock.advance(50);
    world.reload();

    void world.page.chat.reset();
    await world.clock.advance(1_000);

    expect(bodies(world.page)).toEqual([]);
    expect(world.browser.stored).toEqual([]);
  });

  it("is not shown what another tab was just reading when it heard of it", async () => {
    const world = calmWorld(null);
    world.openTab();
    const [one, two] = world.tabs as [SimPage, SimPage];
    world.traps.set({ at: "storage", blow: "late", passes: 1 });
    world.write(one);
    await world.clock.advance(200);
    void one.chat.reset();
    await world.clock.advance(200);
    const shown = new Set<string>();
    two.chat.on("change", () => bodies(two).forEach((body) => void shown.add(body)));
    await world.clock.advance(60_000);

    expect([...shown]).toEqual([]);
  });

  it("leaves nothing of what was still being written down in another tab", async () => {
    const world = calmWorld(null);
    world.openTab();
    const [one, two] = world.tabs as [SimPage, SimPage];
    await world.clock.advance(1_000);
    void one.chat.reset();
    world.traps.set({ at: "storage", blow: "late", passes: 1 });
    world.write(two);
    await world.clock.advance(60_000);

    expect(world.browser.stored).toEqual([]);
    expect(world.backend.conversations).toEqual([]);
  });
});

describe("a page out of the back/forward cache", () => {
  it("keeps what is pending while a new session is on its way in the place of one that has ended", async () => {
    const world = calmWorld(3);
    world.page.chat.open();
    await world.clock.advance(5_000);
    world.staffEndSession();
    world.write();
    await world.clock.runUntil(() => world.page.chat.ended, 5_000);

    world.page.lifecycle.tell("restored");
    await world.clock.advance(5_000);

    expect(bodies(world.page).filter((body) => body === "visitor 3")).toEqual(["visitor 3"]);
    expect(world.backend.latest?.log.map(({ body }) => body)).toEqual(["visitor 3"]);
  });
});
