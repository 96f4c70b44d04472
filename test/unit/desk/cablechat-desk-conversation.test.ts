import { afterEach, describe, expect, it } from "vitest";
import { DeskRig } from "../../support/desk-rig.ts";
import { openedDesk, press, settled, type } from "../../support/mounted-desk.ts";

afterEach(() => document.body.replaceChildren());

describe("<cablechat-desk>: a conversation", () => {
  it("shows the visitor's messages as theirs and the agents' as one's own", async () => {
    const rig = new DeskRig();
    const id = rig.backend.begin("question");
    rig.backend.write(id, "answer", "agent");
    const element = await openedDesk(rig, id);
    expect(
      element.pieces("message").map(({ className, dataset }) => [className.split(" ")[1], dataset["state"]]),
    ).toEqual([
      ["theirs", "complete"],
      ["mine", "sent"],
    ]);
    expect(element.piece("pane")?.dataset["conversationId"]).toBe(id);
  });

  it("sends on Enter, and empties the field", async () => {
    const rig = new DeskRig();
    const id = rig.backend.begin("question");
    const element = await openedDesk(rig, id);
    await type(element, "answer");
    press(element.piece("input"), "Enter");
    await settled(rig, element);
    expect(rig.backend.conversations.get(id)?.messages.at(-1)).toMatchObject({
      body: "answer",
      author: { type: "agent" },
    });
    expect(element.piece<HTMLTextAreaElement>("input")?.value).toBe("");
  });

  it("keeps a draft for each conversation", async () => {
    const rig = new DeskRig();
    const [one, two] = [rig.backend.begin("one"), rig.backend.begin("two")];
    const element = await openedDesk(rig, one);
    await type(element, "half a thought");
    for (const [id, draft] of [
      [two, ""],
      [one, "half a thought"],
    ] as const) {
      element.desk?.select(id);
      await settled(rig, element);
      expect(element.piece<HTMLTextAreaElement>("input")?.value).toBe(draft);
    }
  });

  it("edits an own message in the field, and gives back what was being written", async () => {
    const rig = new DeskRig();
    const id = rig.backend.begin("question");
    rig.backend.write(id, "tpyo", "agent");
    const element = await openedDesk(rig, id);
    await type(element, "a draft");
    element.piece("edit")?.click();
    await settled(rig, element);
    expect(element.piece<HTMLTextAreaElement>("input")?.value).toBe("tpyo");
    await type(element, "typo");
    press(element.piece("input"), "Enter");
    await settled(rig, element);
    expect(element.texts("bubble")).toEqual(["question", "typo"]);
    expect(element.piece<HTMLTextAreaElement>("input")?.value).toBe("a draft");
  });

  it("gives up an edit on Escape, and only then leaves the conversation", async () => {
    const rig = new DeskRig();
    const id = rig.backend.begin("question");
    rig.backend.write(id, "answer", "agent");
    const element = await openedDesk(rig, id);
    element.piece("edit")?.click();
    await settled(rig, element);
    press(element.piece("input"), "Escape");
    await settled(rig, element);
    expect([element.piece("cancel-edit"), element.desk?.selected?.id]).toEqual([null, id]);
    press(element.piece("input"), "Escape");
    await settled(rig, element);
    expect(element.desk?.selected).toBeNull();
    expect(element.shadowRoot?.activeElement).toBe(element.piece("conversation"));
  });

  it("offers to reopen a closed conversation instead of a field to write in", async () => {
    const rig = new DeskRig();
    const element = await openedDesk(rig, rig.backend.begin("question"));
    element.piece("close")?.click();
    await settled(rig, element);
    expect(element.piece("input")).toBeNull();
    element.piece("reopen")?.click();
    await settled(rig, element);
    expect(element.piece("input")).not.toBeNull();
  });

  it("assigns a conversation to the agent by name", async () => {
    const rig = new DeskRig();
    const id = rig.backend.begin("question");
    const element = await openedDesk(rig, id);
    element.agentName = "Ana";
    element.piece("assign")?.click();
    await settled(rig, element);
    expect(rig.backend.conversations.get(id)?.assignee).toEqual({ name: "Ana" });
    expect(element.piece("details")?.textContent).toContain("Ana");
  });

  it("tells what a call fails with, and lets the agent dismiss it", async () => {
    const rig = new DeskRig();
    const id = rig.backend.begin("question");
    const element = await openedDesk(rig, id);
    rig.backend.down = true;
    element.piece("close")?.click();
    await settled(rig, element);
    expect(element.texts("notice")[0]).toMatch(/did not work: We cannot reach/);
    element.piece("notice")?.querySelector("button")?.click();
    await settled(rig, element);
    expect(element.piece("notice")).toBeNull();
  });

  it("does not ask for older messages again and again when that fails", async () => {
    const rig = new DeskRig();
    const id = rig.backend.begin("1");
    for (let number = 2; number <= 80; number += 1) rig.backend.write(id, String(number));
    const element = await openedDesk(rig, id);
    rig.backend.down = true;
    const before = rig.backend.requests.length;
    await element.desk?.selected?.loadOlder();
    for (let render = 0; render < 10; render += 1) {
      element.requestUpdate();
      await settled(rig, element);
    }
    expect(rig.backend.requests.slice(before).filter((request) => request.includes("before_id")).length).toBeLessThan(
      3,
    );
  });
});
