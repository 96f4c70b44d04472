import { deskStrings } from "../locales/desk-en.js";
/** What to call whoever writes: by name, by email, else by the number of the conversation. */
export function visitorName({ visitor, conversation }) {
    return visitor.name ?? visitor.email ?? deskStrings.visitor(conversation.id);
}
//# sourceMappingURL=visitor-name.js.map