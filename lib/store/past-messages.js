import { compareMessages } from "../core/message-order.js";
/** Tells, of those that stand above, which a message must not come below: itself, and what is later in its conversation. */
export function notBelow(message) {
    return (row) => row.conversation && row.conversation === message.conversation && compareMessages(message, row) <= 0;
}
/** Nobody will hear how a reply goes on. */
export function brokenOff(row) {
    return row.state === "streaming" ? { ...row, state: "failed" } : row;
}
//# sourceMappingURL=past-messages.js.map