import type { Refusal } from "../core/refusal-of.ts";

const REFUSED: Readonly<Record<Refusal, (name: string, largest: string) => string>> = {
  empty: (name) => `${name} is empty.`,
  "too large": (name, largest) => `${name} is too large: a file may have ${largest}.`,
  "of another type": (name) => `${name} is of a type that cannot be sent.`,
};

/** Every text that only files need, in English. Apart from the others, because they are fetched apart. */
export const fileStrings = {
  attach: "Attach files",
  tray: "Files to send",
  remove: (name: string) => `Remove ${name}`,
  drop: "Drop files here to send them",
  refused: (refusal: Refusal, name: string, largest: string) => REFUSED[refusal](name, largest),
  tooMany: (limit: number) => `A message takes ${limit} files. The others were left out.`,
  /** Why a message with files could not be sent, by the error's code. */
  failed: new Map<string, string>([
    ["payload_too_large", "A file is too large."],
    ["unsupported_media_type", "A file is of a type that cannot be sent."],
    ["file_unreadable", "A file has changed or is gone. Please choose it again."],
  ]),
};
