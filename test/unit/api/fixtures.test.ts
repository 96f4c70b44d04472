import { describe, expect, test, vi } from "vitest";
import { decodeHeadFrame, decodeHeadsPage } from "../../../src/api/agent-decode.ts";
import {
  decodeAuthor,
  decodeBootstrap,
  decodeConversation,
  decodeMessage,
  decodeMessagesPage,
  decodeProblem,
} from "../../../src/api/decode.ts";
import { decodeFrame } from "../../../src/api/decode-frame.ts";
import { CablechatError } from "../../../src/core/errors.ts";
import { type Fixture, fixtures } from "../../support/fixtures.ts";

const decoders: Readonly<Record<string, (json: unknown) => unknown>> = {
  message: decodeMessage,
  conversation: decodeConversation,
  bootstrap: (json) => decodeBootstrap(json, vi.fn()),
  "messages-page": (json) => decodeMessagesPage(json, vi.fn()),
  frame: decodeFrame,
  author: (json) => decodeAuthor(json, "author"),
  problem: decodeProblem,
  "heads-page": (json) => decodeHeadsPage(json, vi.fn()),
  head: (json) => decodeHeadFrame({ ...Object(json), type: "head" }),
};

/** What the reader of a kind calls unreadable, where it has a word of its own. */
const REFUSED: Readonly<Record<string, string>> = { head: "unreadable_frame" };

function outcome(decode: (json: unknown) => unknown, { value }: Fixture): unknown {
  try {
    return decode(value);
  } catch (error) {
    return error;
  }
}

describe.each(Object.entries(decoders))("every example of a %s", (kind, decode) => {
  test.each(fixtures(kind).filter(({ valid }) => valid))("is read: $name", (fixture) => {
    expect(outcome(decode, fixture)).not.toBeInstanceOf(Error);
  });

  // The reader is more lenient than the contract: what it can show in spite of a fault, it shows.
  test.each(fixtures(kind).filter(({ valid }) => !valid))("that is wrong does no harm: $name", (fixture) => {
    const result = outcome(decode, fixture);
    if (result instanceof Error)
      expect(result).toMatchObject({ name: "CablechatError", code: REFUSED[kind] ?? "invalid_response" });
    else expect(result).toBeTypeOf("object");
  });
});

describe("what no reader can show is refused", () => {
  test.each([
    "no id",
    "an empty id",
    "an object for an id",
    "no created_at",
    "a time that is none",
    "null",
    "an array",
  ])("a message with %s", (name) => {
    const fixture = fixtures("message").find((candidate) => candidate.name === name && !candidate.valid);
    expect(fixture && outcome(decodeMessage, fixture)).toBeInstanceOf(CablechatError);
  });

  test.each(fixtures("frame").filter(({ valid, name }) => !valid && name !== "no type"))(
    "a frame: $name",
    (fixture) => {
      expect(outcome(decodeFrame, fixture)).toBeInstanceOf(CablechatError);
    },
  );
});

describe("what the examples mean", () => {
  test.each(fixtures("problem").filter(({ valid }) => valid))(
    "a program can branch on the code of $name",
    (fixture) => {
      expect(fixture.value).toMatchObject({ code: decodeProblem(fixture.value).code });
    },
  );

  test("what a field is refused for is told", () => {
    const fixture = fixtures("problem").find(({ name }) => name === "a field breaks a rule");
    expect(decodeProblem(fixture?.value).errors).toEqual({ body: ["may have at most 10000 characters"] });
  });

  function page(name: string) {
    const fixture = fixtures("messages-page").find((candidate) => candidate.name === name);
    return decodeMessagesPage(fixture?.value, vi.fn());
  }

  test("a page with more to come says so", () => {
    expect(page("a page with more to come").hasMore).toBe(true);
  });

  test("a backend that knows no revisions is known by their absence", () => {
    const unnumbered = page("a backend that knows no revisions");
    expect([unnumbered.revision, ...unnumbered.messages.map(({ revision }) => revision)]).not.toContain(
      expect.any(Number),
    );
  });

  test("a change, a deletion and a reply that streams come each in its state", () => {
    const states = page("a change, a deletion and a reply that streams").messages.map(({ state }) => state);
    expect(new Set(states)).toEqual(new Set(["complete", "deleted", "streaming"]));
  });

  test("text that is markup stays the text it is", () => {
    const fixture = fixtures("message").find(({ name }) => name.startsWith("text that is markup"));
    expect(decodeMessage(fixture?.value)).toMatchObject({ body: expect.stringContaining("<") });
    expect(fixture?.value).toMatchObject({ body: decodeMessage(fixture?.value).body });
  });
});
