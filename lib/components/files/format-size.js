const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"];
/** "1.2 MB", in the reader's language; 1,024 of one are the next, as file managers count. */
export function formatSize(bytes, locale) {
    let [size, at] = [bytes, 0];
    for (; size >= 1024 && at < UNITS.length - 1; at += 1)
        size /= 1024;
    const unit = UNITS[at] ?? "byte";
    const maximumFractionDigits = size < 10 && at > 1 ? 1 : 0;
    // The short form of "bytes" is "byte", however many they are.
    const unitDisplay = at === 0 ? "long" : "short";
    return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay, maximumFractionDigits }).format(size);
}
//# sourceMappingURL=format-size.js.map