import type { Attachment } from "../../core/message.ts";

/** What a picture measures, in CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Pictures that are still only here, shown through object URLs: one a picture, taken back when nothing shows it. */
export class Previews {
  readonly #urls = new Map<Blob, string>();
  readonly #sizes = new WeakMap<Blob, Size>();
  /** Of those that were measured here and are sent by now: what the backend says of a turned photo may be its other way round. */
  readonly #sent = new Map<string, Size>();

  /** `null` for what no browser shows as a picture. */
  urlOf(blob: Blob | undefined): string | null {
    if (!blob || !/^image\/(?!svg)/.test(blob.type)) return null;
    const url = this.#urls.get(blob) ?? URL.createObjectURL(blob);
    this.#urls.set(blob, url);
    return url;
  }

  /** It is shown, and so its size is known. */
  measured(blob: Blob, { naturalWidth: width, naturalHeight: height }: HTMLImageElement): void {
    if (width > 0) this.#sizes.set(blob, { width, height });
  }

  /**
   * The size a picture is shown from the first moment on.
   *
   * @param key the same while its message is on its way and afterwards
   */
  sizeOf({ blob, width, height }: Attachment, key: string): Size | null {
    const measured = blob && this.#sizes.get(blob);
    if (measured) this.#sent.set(key, measured);
    return this.#sent.get(key) ?? (width && height ? { width, height } : null);
  }

  /** Takes back every URL but those of `shown`. */
  keepOnly(shown: ReadonlySet<Blob>): void {
    for (const [blob, url] of this.#urls) {
      if (shown.has(blob)) continue;
      URL.revokeObjectURL(url);
      this.#urls.delete(blob);
    }
  }
}
