import { ATTRIBUTE_NAMES } from "./attribute-names.js";
/** What stands where an attribute is not set. */
export const ATTRIBUTE_DEFAULTS = {
    locale: "auto",
    theme: "auto",
    position: "bottom-right",
    "auto-open": "off",
    "reconnect-delay": 1000,
    "max-reconnect-delay": 30_000,
    storage: "local",
};
/** The attributes that are on or off, and their properties: `open` and `hideLauncher` are methods. */
const SWITCHES = {
    open: "isOpen",
    "hide-launcher": "launcherHidden",
    sound: "sound",
};
/** The properties' names: `launcherIcon` for `launcher-icon`. */
export const PROPERTY_NAMES = ATTRIBUTE_NAMES.map((name) => SWITCHES[name] ?? name.replace(/-./g, (hyphen) => hyphen.slice(1).toUpperCase()));
/** Makes each attribute a property too, except those `prototype` has its own accessor for. A default is never written. */
export function defineProperties(prototype) {
    ATTRIBUTE_NAMES.forEach((attribute, index) => {
        const property = PROPERTY_NAMES[index];
        if (Object.hasOwn(prototype, property))
            return;
        Object.defineProperty(prototype, property, {
            get() {
                if (attribute in SWITCHES)
                    return this.hasAttribute(attribute);
                return this.getAttribute(attribute) ?? ATTRIBUTE_DEFAULTS[attribute] ?? null;
            },
            set(value) {
                if (attribute in SWITCHES)
                    this.toggleAttribute(attribute, Boolean(value));
                else if (value == null)
                    this.removeAttribute(attribute);
                else
                    this.setAttribute(attribute, String(value));
            },
        });
    });
}
/** What a page has set on `element` before it was defined stands in the way of the accessors: sets it again. */
export function upgradeProperties(element) {
    const own = element;
    for (const name of PROPERTY_NAMES) {
        if (!Object.hasOwn(own, name))
            continue;
        const value = own[name];
        delete own[name];
        own[name] = value;
    }
}
//# sourceMappingURL=element-properties.js.map