// What resembles each other stands close together in the script, which is then smaller once it is compressed.
import "../store/message-store.js";
import "../core/emitter.js";
import "../sync/catch-up.js";
import "../channels/shared-channels.js";
import "../browser/action-cable-consumer.js";
import "../outbox/outbox.js";
import { definePanel } from "./define-panel.js";
// dist/cablechat-panel.js: what the loader fetches.
definePanel();
//# sourceMappingURL=panel.js.map