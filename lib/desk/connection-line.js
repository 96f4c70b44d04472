import { html } from "lit";
import { deskStrings } from "../locales/desk-en.js";
/** How the desk reaches its backend, and what has not reached it. @param unsent how many messages */
export function renderConnectionLine(status, unsent) {
    const text = unsent > 0 ? `${connectionText(status)} · ${deskStrings.waiting(unsent)}` : connectionText(status);
    return html `<p class="connection" part="status" role="status" data-state=${status.state}>${text}</p>`;
}
function connectionText(status) {
    switch (status.state) {
        case "connected":
            return status.caughtUp ? deskStrings.connected : deskStrings.catchingUp;
        case "reconnecting": {
            const seconds = Math.round((status.retryInMs ?? 0) / 1000);
            return seconds > 1 ? deskStrings.reconnectingIn(seconds) : deskStrings.reconnecting;
        }
        default:
            return deskStrings[status.state];
    }
}
//# sourceMappingURL=connection-line.js.map