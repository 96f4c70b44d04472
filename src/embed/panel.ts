// What resembles each other stands close together in the script, which is then smaller once it is compressed.
import "../store/message-store.ts";
import "../core/emitter.ts";
import "../sync/catch-up.ts";
import "../channels/shared-channels.ts";
import "../browser/action-cable-consumer.ts";
import "../outbox/outbox.ts";
import { definePanel } from "./define-panel.ts";

// dist/cablechat-panel.js: what the loader fetches.
definePanel();
