import { fetched } from "../fetched.js";
/**
 * Fetches what few visitors need, once, when one may: the webchat takes files, or a message has one; the page wants a
 * sound, or a chat that opens by itself.
 *
 * @returns to be called whenever something is drawn
 */
export function fetchExtras(host, chats, composer, clock) {
    const extras = fetched(host, async () => (await import("./create-extras.js")).createExtras(host, chats, composer, clock));
    return () => {
        const { chat, settings } = chats;
        if (settings?.autoOpenSeconds != null ||
            host.hasAttribute("sound") ||
            chat?.webchat?.uploads ||
            chat?.messages.some(({ attachments }) => attachments.length)) {
            extras();
        }
    };
}
//# sourceMappingURL=fetch-extras.js.map