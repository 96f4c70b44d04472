import { afterEach, describe, expect, test } from "vitest";
// Fetched once, so that no test waits for it.
import "../../../../src/components/extras/create-extras.ts";
import { WEBCHAT } from "../../../support/fake-chat.ts";
import { file } from "../../../support/files.ts";
import { mount, type TestCableChat } from "../../../support/mounted-element.ts";

const UPLOADS = { maxBytes: 1_024, accept: ["text/plain", "image/png"] };

afterEach(() => document.body.replaceChildren());

/** Open, over a backend that takes files, and with what that needs fetched. */
async function mountWithFiles(): Promise<TestCableChat> {
  const element = await mount({ open: "" });
  element.chat.set({ webchat: { ...WEBCHAT, uploads: UPLOADS } });
  await element.clock.settle();
  await element.updateComplete;
  return element;
}

async function choose(element: TestCableChat, ...files: File[]): Promise<void> {
  const chooser = element.renderRoot.querySelector<HTMLInputElement>(".chooser");
  Object.defineProperty(chooser, "files", { value: files, configurable: true });
  chooser?.dispatchEvent(new Event("change", { bubbles: true }));
  await element.updateComplete;
}

function sent(element: TestCableChat): unknown[][] {
  return element.chat.calls.filter(([name]) => name === "send");
}

describe("the composer, with files", () => {
  test("has no button where the backend takes none", async () => {
    const element = await mount({ open: "" });
    await element.clock.settle();
    expect(element.piece("attach")).toBeNull();
  });

  test("has a named button, and a chooser that knows the types", async () => {
    const element = await mountWithFiles();
    expect(element.piece("attach")?.getAttribute("aria-label")).toBe("Attach files");
    expect(element.renderRoot.querySelector(".chooser")?.getAttribute("accept")).toBe("text/plain,image/png");
  });

  test("sends a file without a text, and is empty then", async () => {
    const element = await mountWithFiles();
    expect(element.piece<HTMLButtonElement>("send")?.disabled).toBe(true);
    await choose(element, file("a.txt"));
    expect(element.pieces("file").map((row) => row.querySelector(".name")?.textContent)).toEqual(["a.txt"]);
    expect(element.piece<HTMLButtonElement>("send")?.disabled).toBe(false);
    element.piece("send")?.click();
    await element.updateComplete;
    expect(sent(element)).toEqual([["send", "", ["a.txt"]]]);
    expect(element.pieces("file")).toEqual([]);
  });

  test("says in its note what was refused, until something else is chosen", async () => {
    const element = await mountWithFiles();
    await choose(element, file("a.exe", "x/y"));
    expect(element.piece("note")?.textContent).toBe("a.exe is of a type that cannot be sent.");
    await choose(element, file("a.txt"));
    expect(element.piece("note")?.textContent).toBe("");
  });

  test("removes one, and the focus goes on to the next", async () => {
    const element = await mountWithFiles();
    await choose(element, file("a.txt"), file("b.txt"));
    const [first] = element.pieces("remove-file");
    first?.focus();
    first?.click();
    await element.updateComplete;
    expect(element.shadowRoot?.activeElement?.getAttribute("aria-label")).toBe("Remove b.txt");
    element.piece("remove-file")?.click();
    await element.updateComplete;
    expect(element.shadowRoot?.activeElement).toBe(element.piece("input"));
  });

  test("forgets what is chosen when the visitor signs out", async () => {
    const element = await mountWithFiles();
    await choose(element, file("a.txt"));
    await element.reset();
    await element.updateComplete;
    expect(element.pieces("file")).toEqual([]);
  });

  test("leaves the note to the text where nothing is wrong with files", async () => {
    const element = await mountWithFiles();
    const input = element.piece<HTMLTextAreaElement>("input") as HTMLTextAreaElement;
    input.value = "a".repeat(10_001);
    input.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    await element.updateComplete;
    expect(element.piece("note")?.textContent).toBe("10,001 of 10,000");
  });
});
