import { ATTRIBUTE_DEFAULTS } from "./element-properties.js";
import { invalidAttribute, readRequired } from "./required-settings.js";
const POSITIONS = ["bottom-right", "bottom-left", "top-right", "top-left", "inline"];
const THEMES = ["auto", "light", "dark"];
const STORAGES = ["local", "session", "none"];
const ONCE = ["visitor", "session"];
/**
 * Reads the attributes of `<cable-chat>`. What is optional and wrong has its default; `null` where a required one is
 * missing or wrong: then there is nothing to show.
 *
 * @param complain hears of each wrong attribute, once a call
 */
export function readSettings(read, complain) {
    const required = readRequired(read, complain);
    if (!required)
        return null;
    const check = (name, expected, parse) => {
        const value = read(name);
        const parsed = value === null ? undefined : parse(value);
        if (parsed !== undefined)
            return parsed;
        if (value !== null)
            complain(invalidAttribute(name, `is "${value}"; it must be ${expected}.`));
        return parse(String(ATTRIBUTE_DEFAULTS[name]));
    };
    const choice = (name, choices) => check(name, choices.join(", "), (value) => choices.find((each) => each === value));
    const delay = (name) => check(name, "milliseconds above 0", (value) => (Number(value) > 0 ? Number(value) : undefined));
    return {
        ...required,
        channel: read("channel") ?? undefined,
        locale: check("locale", "auto or a BCP 47 tag", (value) => (isLocale(value) ? value : undefined)),
        theme: choice("theme", THEMES),
        position: choice("position", POSITIONS),
        autoOpenSeconds: check("auto-open", "off, load or seconds", parseAutoOpen),
        autoOpenOnce: choice("auto-open-once", ONCE) ?? null,
        reconnectDelayMs: delay("reconnect-delay"),
        maxReconnectDelayMs: delay("max-reconnect-delay"),
        storage: choice("storage", STORAGES),
    };
}
function parseAutoOpen(value) {
    if (value === "off")
        return null;
    if (value === "load")
        return 0;
    return value.trim() !== "" && Number(value) >= 0 ? Number(value) : undefined;
}
function isLocale(value) {
    try {
        return value === "auto" || Intl.getCanonicalLocales(value).length === 1;
    }
    catch (error) {
        // The named case: a malformed tag is a RangeError (ECMA-402, section 9.2.1).
        if (error instanceof RangeError)
            return false;
        throw error;
    }
}
//# sourceMappingURL=settings.js.map