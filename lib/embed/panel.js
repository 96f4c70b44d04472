// What resembles each other stands close together in the script, which is then smaller once it is compressed.
import "../browser/browser-clock.js";
import "../sync/cursor.js";
import "../core/emitter.js";
import "../channels/subscription-slot.js";
import "../outbox/outbox.js";
import "../session/session-keeper.js";
import "../sync/catch-up.js";
import "../browser/session-storage.js";
import "../session/bootstrap-loop.js";
import "../channels/shared-channels.js";
import "../components/differs.js";
import { definePanel } from "./define-panel.js";
// dist/cablechat-panel.js: what the loader fetches.
definePanel();
//# sourceMappingURL=panel.js.map