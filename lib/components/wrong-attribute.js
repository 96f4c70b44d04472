import { ONCE, POSITIONS, STORAGES, THEMES } from "./choices.js";
import { invalidAttribute } from "./required-settings.js";
const DELAY = "milliseconds above 0";
const EXPECTED = {
    locale: "auto or a BCP 47 tag",
    theme: THEMES.join(", "),
    position: POSITIONS.join(", "),
    "auto-open": "off, load or seconds",
    "auto-open-once": ONCE.join(", "),
    "reconnect-delay": DELAY,
    "max-reconnect-delay": DELAY,
    storage: STORAGES.join(", "),
};
/** What is wrong with an optional attribute. Few pages have one, so the words for it are fetched then. */
export function wrongAttribute(name, value) {
    return invalidAttribute(name, `is "${value}"; it must be ${EXPECTED[name]}.`);
}
//# sourceMappingURL=wrong-attribute.js.map