import { CablechatDesk } from "./cablechat-desk.ts";

// Where there is no DOM (server rendering), importing this does nothing.
if (typeof customElements !== "undefined") CablechatDesk.define();

declare global {
  interface HTMLElementTagNameMap {
    "cablechat-desk": CablechatDesk;
  }
}
