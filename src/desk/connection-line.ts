import { html, type TemplateResult } from "lit";
import type { ConnectionStatus } from "../core/connection-status.ts";
import { deskStrings } from "../locales/desk-en.ts";

/** How the desk reaches its backend, and what has not reached it. @param unsent how many messages */
export function renderConnectionLine(status: ConnectionStatus, unsent: number): TemplateResult {
  const text = unsent > 0 ? `${connectionText(status)} · ${deskStrings.waiting(unsent)}` : connectionText(status);
  return html`<p class="connection" part="status" role="status" data-state=${status.state}>${text}</p>`;
}

function connectionText(status: ConnectionStatus): string {
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
