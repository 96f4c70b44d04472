import { CablechatDesk } from "./cablechat-desk.js";
declare global {
    interface HTMLElementTagNameMap {
        "cablechat-desk": CablechatDesk;
    }
}
