import { ONCE, POSITIONS, STORAGES, THEMES } from "./choices.js";
import { ATTRIBUTE_DEFAULTS } from "./element-properties.js";
import { readRequired } from "./required-settings.js";
/**
 * Reads the attributes of `<cable-chat>`. What is optional and wrong has its default; `null` where a required one is
 * missing or wrong: then there is nothing to show.
 *
 * @param complain hears of each wrong attribute, once a call; of an optional one a moment later
 */
export function readSettings(read, complain) {
    const required = readRequired(read, complain);
    if (!required)
        return null;
    const check = (name, parse) => {
        const value = read(name);
        const parsed = value === null ? undefined : parse(value);
        if (parsed !== undefined)
            return parsed;
        if (value !== null) {
            import("./wrong-attribute.js").then(({ wrongAttribute }) => complain(wrongAttribute(name, value)), 
            // The named case: it does not load. The default holds all the same.
            () => undefined);
        }
        return parse(String(ATTRIBUTE_DEFAULTS[name]));
    };
    const choice = (name, choices) => check(name, (value) => choices.find((each) => each === value));
    const delay = (name) => check(name, (value) => (Number(value) > 0 ? Number(value) : undefined));
    return {
        ...required,
        channel: read("channel") ?? undefined,
        locale: check("locale", (value) => (isLocale(value) ? value : undefined)),
        theme: choice("theme", THEMES),
        position: choice("position", POSITIONS),
        autoOpenSeconds: check("auto-open", parseAutoOpen),
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
        return value === "auto" || !!new Intl.Locale(value);
    }
    catch (error) {
        // The named case: a malformed tag is a RangeError (ECMA-402, section 14.1.1).
        if (error instanceof RangeError)
            return false;
        throw error;
    }
}
//# sourceMappingURL=settings.js.map