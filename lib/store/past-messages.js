import { compareMessages } from "../core/message-order.js";
/** Whether a message has its place among those that stand above: below them it would come after later ones. */
export function isAmong(past, message) {
    return past.some((row) => row.conversation && row.conversation === message.conversation && compareMessages(message, row) <= 0);
}
/** Nobody will hear how a reply goes on. */
export function brokenOff(row) {
    return row.state === "streaming" ? { ...row, state: "failed" } : row;
}
//# sourceMappingURL=past-messages.js.map