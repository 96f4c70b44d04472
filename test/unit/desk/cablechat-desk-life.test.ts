import { afterEach, describe, expect, it, vi } from "vitest";
import { DeskRig } from "../../support/desk-rig.ts";
import { mountDesk, openedDesk, settled } from "../../support/mounted-desk.ts";

afterEach(() => document.body.replaceChildren());

describe("<cablechat-desk>: its own life", () => {
  it("says that it is not signed in, and asks for nothing", async () => {
    const rig = new DeskRig();
    const element = await mountDesk(rig, { token: null });
    expect(element.texts("problem")[0]).toMatch(/not signed in/);
    expect(rig.backend.requests).toEqual([]);
  });

  it("says that the token does not work, and offers to sign in again", async () => {
    const element = await mountDesk(new DeskRig(), { token: "wrong" });
    const signedOut = vi.fn();
    element.addEventListener("cablechat:sign-out", signedOut);
    expect(element.texts("problem")[0]).toMatch(/token does not work/);
    element.piece("problem")?.querySelector("button")?.click();
    await element.updateComplete;
    expect(element.token).toBeNull();
    await vi.waitFor(() => expect(signedOut).toHaveBeenCalledOnce());
  });

  it.each(["endpoint", "webchat"])("names a missing %s in the console, an event, and on the page", async (name) => {
    const complain = vi.spyOn(console, "error").mockReturnValue();
    const heard: string[] = [];
    const listen = (event: Event) => heard.push((event as CustomEvent).detail.error.code);
    document.body.addEventListener("cablechat:error", listen);
    const element = await mountDesk(new DeskRig(), { [name]: null });
    document.body.removeEventListener("cablechat:error", listen);
    expect(complain).toHaveBeenCalledWith(expect.stringContaining(`"${name}" is missing`));
    expect(heard).toEqual(["invalid_configuration"]);
    expect(element.texts("problem")[0]).toContain(`"${name}" is missing`);
  });

  it("begins when the token comes later", async () => {
    const rig = new DeskRig();
    rig.backend.begin("question");
    const element = await mountDesk(rig, { token: null });
    element.token = rig.backend.token;
    await settled(rig, element);
    expect(element.pieces("conversation")).toHaveLength(1);
  });

  it("asks before it signs out while something is unsent", async () => {
    const rig = new DeskRig();
    const element = await openedDesk(rig, rig.backend.begin("question"));
    rig.backend.down = true;
    element.desk?.selected?.send("unsent");
    await settled(rig, element);
    element.piece("sign-out")?.click();
    await settled(rig, element);
    expect(element.texts("notice")[0]).toMatch(/1 message has not been sent/);
    expect(element.token).not.toBeNull();
    element.piece("notice")?.querySelector("button")?.click();
    await settled(rig, element);
    expect([element.token, rig.storage.records.size]).toEqual([null, 0]);
  });

  it("survives a move within the document", async () => {
    const rig = new DeskRig();
    const element = await mountDesk(rig);
    const { desk } = element;
    document.body.append(document.createElement("main"));
    document.querySelector("main")?.append(element);
    await settled(rig, element);
    expect(element.desk).toBe(desk);
    expect(rig.backend.sockets.size).toBe(1);
  });

  it("leaves nothing running when it is taken off the page", async () => {
    const rig = new DeskRig();
    const element = await openedDesk(rig, rig.backend.begin("question"));
    element.remove();
    await rig.clock.settle();
    expect([rig.clock.pending, rig.backend.sockets.size, rig.listeners]).toEqual([0, 0, 0]);
  });
});
