import { ATTRIBUTE_NAMES } from "../components/attribute-names.js";
/** The script tag's `data-` attributes as the element's, by name. "false" is as good as none. */
export function readConfig(script) {
    const config = new Map();
    for (const name of ATTRIBUTE_NAMES) {
        const value = script.getAttribute(`data-${name}`);
        if (value !== null && value !== "false")
            config.set(name, value);
    }
    return config;
}
//# sourceMappingURL=read-config.js.map