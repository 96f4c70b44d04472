import type { Attachment } from "../../core/message.js";
/** What a picture measures, in CSS pixels. */
export interface Size {
    readonly width: number;
    readonly height: number;
}
/** Pictures that are still only here, shown through object URLs: one a picture, taken back when nothing shows it. */
export declare class Previews {
    #private;
    /** `null` for what no browser shows as a picture. */
    urlOf(blob: Blob | undefined): string | null;
    /** It is shown, and so its size is known. */
    measured(blob: Blob, { naturalWidth: width, naturalHeight: height }: HTMLImageElement): void;
    /**
     * The size a picture is shown from the first moment on.
     *
     * @param key the same while its message is on its way and afterwards
     */
    sizeOf({ blob, width, height }: Attachment, key: string): Size | null;
    /** Takes back every URL but those of `shown`. */
    keepOnly(shown: ReadonlySet<Blob>): void;
}
