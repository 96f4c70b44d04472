import { strings } from "../../locales/en.js";
import { fetched } from "../fetched.js";
/** @returns what draws who is typing; it is fetched when first somebody is */
export function fetchTyping(host) {
    const draw = fetched(host, async () => (await import("./create-typing.js")).createTyping(host.renderRoot));
    return ({ typing }) => typing.length > 0 ? draw()?.(typing.map(({ name, type }) => name ?? strings[type]).join(", ")) : null;
}
//# sourceMappingURL=fetch-typing.js.map