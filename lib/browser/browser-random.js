export const browserRandom = {
    // Jitter needs no more: the longest wait is 30 s.
    fraction: () => browserRandom.bytes(1)[0] / 256,
    bytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    // RFC 9562, version 4. `crypto.randomUUID` exists in secure contexts only, and a shop's staging site may be plain HTTP.
    // The 0s are random digits, the 8 is one of the variant's: 8, 9, a or b.
    uuid: () => "00000000-0000-4000-8000-000000000000".replace(/[08]/g, (digit) => {
        const random = browserRandom.bytes(1)[0] & 15;
        return (digit === "0" ? random : (random & 3) | 8).toString(16);
    }),
};
//# sourceMappingURL=browser-random.js.map