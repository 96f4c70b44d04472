/** Pictures that are still only here, shown through object URLs: one a picture, taken back when nothing shows it. */
export class Previews {
    #urls = new Map();
    #sizes = new WeakMap();
    /** Of those that were measured here and are sent by now: what the backend says of a turned photo may be its other way round. */
    #sent = new Map();
    /** `null` for what no browser shows as a picture. */
    urlOf(blob) {
        if (!blob || !/^image\/(?!svg)/.test(blob.type))
            return null;
        const url = this.#urls.get(blob) ?? URL.createObjectURL(blob);
        this.#urls.set(blob, url);
        return url;
    }
    /** It is shown, and so its size is known. */
    measured(blob, { naturalWidth: width, naturalHeight: height }) {
        if (width > 0)
            this.#sizes.set(blob, { width, height });
    }
    /**
     * The size a picture is shown from the first moment on.
     *
     * @param key the same while its message is on its way and afterwards
     */
    sizeOf({ blob, width, height }, key) {
        const measured = blob && this.#sizes.get(blob);
        if (measured)
            this.#sent.set(key, measured);
        return this.#sent.get(key) ?? (width && height ? { width, height } : null);
    }
    /** Takes back every URL but those of `shown`. */
    keepOnly(shown) {
        for (const [blob, url] of this.#urls) {
            if (shown.has(blob))
                continue;
            URL.revokeObjectURL(url);
            this.#urls.delete(blob);
        }
    }
}
//# sourceMappingURL=previews.js.map