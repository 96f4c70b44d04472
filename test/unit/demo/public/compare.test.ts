import { describe, expect, it } from "vitest";
import { compare } from "../../../../demo/public/compare.js";

const shown = (...ids: (string | null)[]) => ids.map((id) => ({ id, clientId: null }));
const stored = (...ids: string[]) => ids.map((id) => ({ id, client_id: `client-${id}` }));

describe("the demo's comparison", () => {
  it("finds nothing wrong where the same is shown as stored", () => {
    expect(compare(shown("1", "2"), stored("1", "2"))).toEqual({
      missing: 0,
      doubled: 0,
      disordered: false,
      loaded: 2,
    });
  });

  it("counts what is stored and not shown", () => {
    expect(compare(shown("1", "4"), stored("1", "2", "3", "4")).missing).toBe(2);
  });

  it("does not call lost what is older than the first message loaded", () => {
    expect(compare(shown("3", "4"), stored("1", "2", "3", "4"))).toMatchObject({ missing: 0, loaded: 2 });
  });

  it("counts a message that is shown twice", () => {
    expect(compare(shown("1", "2", "2"), stored("1", "2")).doubled).toBe(1);
  });

  it("counts a message that is stored twice", () => {
    const twice = [...stored("1"), { id: "2", client_id: "client-1" }];
    expect(compare(shown("1", "2"), twice).doubled).toBe(1);
  });

  it("sees two that stand the wrong way round", () => {
    expect(compare(shown("1", "3", "2"), stored("1", "2", "3")).disordered).toBe(true);
  });

  it("leaves out what is not sent yet", () => {
    expect(compare(shown("1", null), stored("1"))).toMatchObject({ missing: 0, disordered: false });
  });

  it("calls everything missing where nothing is shown", () => {
    expect(compare([], stored("1", "2")).missing).toBe(2);
  });
});
