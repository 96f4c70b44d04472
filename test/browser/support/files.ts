import { expect, type Locator } from "@playwright/test";
import { png } from "../../support/png.ts";
import type { LoggedMessage } from "./agent.ts";
import type { Widget } from "./widget.ts";

export interface GivenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export interface LoggedFile {
  readonly id: string;
  readonly name: string;
  readonly content_type: string;
  readonly size: number;
  readonly url: string;
}

export const NOTES: GivenFile = { name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("Two lamps\n") };

export const PHOTO: GivenFile = { name: "lamp.png", mimeType: "image/png", buffer: png(320, 200) };

/** About 700 KB. */
export const LARGE_PHOTO: GivenFile = {
  name: "large.png",
  mimeType: "image/png",
  buffer: png(600, 390, { noise: true }),
};

/** Chooses files as the dialog does, once the button is there. */
export async function choose(widget: Widget, ...files: readonly GivenFile[]): Promise<void> {
  await expect(widget.host.locator('[part="attach"]')).toBeVisible();
  await widget.host.locator("input[type=file]").setInputFiles([...files]);
}

export function tray(widget: Widget): Locator {
  return widget.host.locator('[part="tray"] [part="file"]');
}

/** The message that has this text, and files below it. */
export function saying(widget: Widget, text: string): Locator {
  return widget.messages.filter({ hasText: text });
}

/** Sends what is chosen with a text, and waits until the backend has it. @returns the conversation's id */
export async function beginWith(widget: Widget, text: string): Promise<string> {
  await widget.write(text);
  await expect(saying(widget, text)).toHaveAttribute("data-state", "sent");
  await widget.caughtUp();
  return widget.conversation();
}

export function filesOf(message: LoggedMessage | undefined): readonly LoggedFile[] {
  return (message as { attachments?: readonly LoggedFile[] } | undefined)?.attachments ?? [];
}

/** The backend has these files with one message, byte for byte. */
export async function expectFiles(message: LoggedMessage | undefined, ...files: readonly GivenFile[]): Promise<void> {
  const logged = filesOf(message);
  expect(logged.map(({ name }) => name)).toEqual(files.map(({ name }) => name));
  for (const [index, { url }] of logged.entries()) {
    const bytes = Buffer.from(await (await fetch(url)).arrayBuffer());
    expect(bytes.equals(files[index]?.buffer ?? Buffer.alloc(0)), `${url} is what was sent`).toBe(true);
  }
}

/** Gives files to the panel as an event does that only a person can cause: "drop" or "paste". */
export async function give(target: Locator, type: "drop" | "dragover" | "paste", ...files: readonly GivenFile[]) {
  const given = files.map(({ name, mimeType, buffer }) => ({ name, mimeType, bytes: [...buffer] }));
  await target.evaluate(
    (element, { type, given }) => {
      const data = new DataTransfer();
      for (const { name, mimeType, bytes } of given) {
        data.items.add(new File([new Uint8Array(bytes)], name, { type: mimeType }));
      }
      const init = { bubbles: true, composed: true, cancelable: true };
      const event =
        type === "paste"
          ? new ClipboardEvent(type, { ...init, clipboardData: data })
          : new DragEvent(type, { ...init, dataTransfer: data });
      element.dispatchEvent(event);
    },
    { type, given },
  );
}
