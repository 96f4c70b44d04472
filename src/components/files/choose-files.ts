import { MAX_FILES, refusalOf } from "../../core/refusal-of.ts";
import type { Uploads } from "../../core/webchat.ts";
import { fileStrings } from "../../locales/en.ts";
import { formatSize } from "./format-size.ts";

/** What is chosen with `more` added to it, as far as it can be sent, and why the rest cannot, in words. */
export function chooseFiles(
  chosen: readonly File[],
  more: Iterable<File>,
  limits: Uploads,
  locale: string,
): { files: readonly File[]; complaint: string | null } {
  const files = [...chosen];
  const complaints: string[] = [];
  const largest = formatSize(limits.maxBytes ?? 0, locale);
  for (const file of more) {
    const refusal = refusalOf(file, limits);
    if (refusal) complaints.push(fileStrings.refused(refusal, file.name, largest));
    else files.push(file);
  }
  if (files.length > MAX_FILES) complaints.push(fileStrings.tooMany(MAX_FILES));
  return { files: files.slice(0, MAX_FILES), complaint: complaints.join(" ") || null };
}
