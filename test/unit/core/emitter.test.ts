import { describe, expect, test, vi } from "vitest";
import { Emitter } from "../../../src/core/emitter.ts";

interface Events {
  tick: number;
}

describe("Emitter", () => {
  test("a listener gets the payload", () => {
    const emitter = new Emitter<Events>(vi.fn());
    const listener = vi.fn();
    emitter.on("tick", listener);
    emitter.emit("tick", 3);
    expect(listener.mock.calls).toEqual([[3]]);
  });

  test("a listener that throws is reported and stops nobody else", () => {
    const reportError = vi.fn();
    const emitter = new Emitter<Events>(reportError);
    const fault = new Error("of the host page");
    const next = vi.fn();
    emitter.on("tick", () => {
      throw fault;
    });
    emitter.on("tick", next);
    emitter.emit("tick", 1);
    expect(reportError.mock.calls).toEqual([[fault]]);
    expect(next).toHaveBeenCalledOnce();
  });

  test("what on() returned ends the subscription, twice without harm", () => {
    const emitter = new Emitter<Events>(vi.fn());
    const listener = vi.fn();
    const off = emitter.on("tick", listener);
    off();
    off();
    emitter.emit("tick", 1);
    expect(listener).not.toHaveBeenCalled();
  });

  test("a function given twice listens until both have unsubscribed", () => {
    const emitter = new Emitter<Events>(vi.fn());
    const listener = vi.fn();
    const off = emitter.on("tick", listener);
    emitter.on("tick", listener);
    off();
    emitter.emit("tick", 1);
    expect(listener).toHaveBeenCalledOnce();
  });

  test("a listener removed by an earlier one of the same event is not called any more", () => {
    const emitter = new Emitter<Events>(vi.fn());
    const listener = vi.fn();
    emitter.on("tick", () => off());
    const off = emitter.on("tick", listener);
    emitter.emit("tick", 1);
    expect(listener).not.toHaveBeenCalled();
  });

  test("a listener added while an event is told hears the next one", () => {
    const emitter = new Emitter<Events>(vi.fn());
    const late = vi.fn();
    const off = emitter.on("tick", () => {
      off();
      emitter.on("tick", late);
    });
    emitter.emit("tick", 1);
    expect(late).not.toHaveBeenCalled();
    emitter.emit("tick", 2);
    expect(late.mock.calls).toEqual([[2]]);
  });

  test("clear() in the middle of an event silences those not yet told", () => {
    const emitter = new Emitter<Events>(vi.fn());
    const listener = vi.fn();
    emitter.on("tick", () => emitter.clear());
    emitter.on("tick", listener);
    emitter.emit("tick", 1);
    expect(listener).not.toHaveBeenCalled();
  });

  test("it knows how many listen, and who has left twice has left once", () => {
    const emitter = new Emitter<Events>(vi.fn());
    const off = emitter.on("tick", vi.fn());
    emitter.on("tick", vi.fn());
    off();
    off();
    expect(emitter.size).toBe(1);
  });

  test("clear() ends every subscription", () => {
    const emitter = new Emitter<Events>(vi.fn());
    const listener = vi.fn();
    emitter.on("tick", listener);
    emitter.clear();
    emitter.emit("tick", 1);
    expect(listener).not.toHaveBeenCalled();
  });
});
