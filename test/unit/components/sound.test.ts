import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { tabLock } from "../../../src/browser/tab-lock.ts";
import { storageKey } from "../../../src/core/storage-key.ts";
import { shownMessage } from "../../support/fake-chat.ts";
import { mount, REQUIRED, type TestCableChat } from "../../support/mounted-element.ts";

const { endpoint, webchat } = REQUIRED;

/** As much of Web Audio as a tone takes. A tone is over when its context has come to its end. */
let tones: FakeTone[];
let contexts: FakeContext[];

class FakeContext {
  state = "running";
  currentTime = 0;
  constructor() {
    contexts.push(this);
  }
  async resume() {
    this.state = "running";
  }
  async suspend() {
    this.state = "suspended";
  }
}

class FakeNode {
  readonly gain = { exponentialRampToValueAtTime: () => undefined };
  connect = (next: unknown) => next;
}

class FakeTone extends FakeNode {
  onended: () => void = () => undefined;
  readonly context: FakeContext;
  constructor(context: FakeContext) {
    super();
    this.context = context;
  }
  start() {
    tones.push(this);
  }
  stop = () => undefined;
}

beforeEach(() => {
  tones = [];
  contexts = [];
  vi.stubGlobal("AudioContext", FakeContext);
  vi.stubGlobal("GainNode", FakeNode);
  vi.stubGlobal("OscillatorNode", FakeTone);
});

afterEach(() => {
  document.body.replaceChildren();
  localStorage.clear();
  vi.unstubAllGlobals();
});

/** A message that nobody looks at. */
function arrive(tab: TestCableChat, id: string, unreadCount = 1): void {
  tab.chat.set({ unreadCount });
  tab.chat.emit("message", { message: shownMessage(id) });
}

async function tabs(count: number, attributes: Record<string, string> = { sound: "" }): Promise<TestCableChat[]> {
  const all = await Promise.all(Array.from({ length: count }, () => mount(attributes)));
  await vi.dynamicImportSettled();
  document.body.click();
  return all;
}

/** Lets all tabs do what is due, and what the storage takes its time for. */
async function heard(all: readonly TestCableChat[], count: number): Promise<void> {
  for (const tab of all) await tab.clock.advance(500);
  await vi.waitFor(() => expect(tones).toHaveLength(count));
  // Whoever else would play stands in this queue.
  await tabLock.run(storageKey("sound", endpoint, webchat), new AbortController().signal, async () => undefined);
  expect(tones).toHaveLength(count);
}

describe("sound", () => {
  test("a message that nobody looks at is heard once, whatever the number of tabs", async () => {
    const all = await tabs(3);
    for (const tab of all) arrive(tab, "1");
    await heard(all, 1);
    for (const tab of all) arrive(tab, "2");
    await heard(all, 2);
  });

  test("without the attribute nothing is heard, and no context is made", async () => {
    const all = await tabs(1, {});
    arrive(all[0] as TestCableChat, "1");
    await all[0]?.clock.advance(1_000);
    expect(contexts).toHaveLength(0);
  });

  test("what is read half a second later, in this tab or another, is not heard", async () => {
    const [tab] = (await tabs(1)) as [TestCableChat];
    arrive(tab, "1");
    tab.chat.set({ unreadCount: 0 });
    await tab.clock.advance(1_000);
    arrive(tab, "2");
    await heard([tab], 1);
  });

  test("messages in quick succession are heard as one", async () => {
    const all = await tabs(1);
    for (const id of ["1", "2", "3"]) arrive(all[0] as TestCableChat, id);
    await heard(all, 1);
    expect(all[0]?.clock.pending).toBe(0);
  });

  test("a page that was never clicked in is silent, and leaves the sound to another tab", async () => {
    const silent = await mount({ sound: "" });
    arrive(silent, "1");
    await silent.clock.advance(1_000);
    expect(contexts).toHaveLength(0);
    const all = await tabs(1);
    arrive(all[0] as TestCableChat, "1");
    await heard(all, 1);
  });

  test("between two tones the context rests, since one that runs keeps the computer awake", async () => {
    const all = await tabs(1);
    await vi.waitFor(() => expect(contexts[0]?.state).toBe("suspended"));
    arrive(all[0] as TestCableChat, "1");
    await heard(all, 1);
    expect(contexts[0]?.state).toBe("running");
    tones[0]?.onended();
    expect(contexts[0]?.state).toBe("suspended");
  });

  test("where the browser refuses the context there is no sound, and nothing waits for it", async () => {
    vi.spyOn(FakeContext.prototype, "resume").mockReturnValue(new Promise(() => undefined));
    const all = await tabs(1);
    for (const id of ["1", "2"]) {
      arrive(all[0] as TestCableChat, id);
      await heard(all, Number(id));
    }
    expect(contexts).toHaveLength(1);
  });

  test("taken off the page, it listens to no click and waits for nothing", async () => {
    const [tab] = (await tabs(1)) as [TestCableChat];
    arrive(tab, "1");
    tab.remove();
    await tab.updateComplete;
    document.body.click();
    expect(tab.clock.pending).toBe(0);
    expect(contexts).toHaveLength(1);
  });

  test("it is a property too", async () => {
    const tab = await mount();
    expect(tab.sound).toBe(false);
    tab.sound = true;
    expect(tab.hasAttribute("sound")).toBe(true);
  });
});
