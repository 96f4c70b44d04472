// What resembles each other stands close together in the script, which is then smaller once it is compressed.
import "../browser/browser-clock.ts";
import "../sync/cursor.ts";
import "../core/emitter.ts";
import "../channels/subscription-slot.ts";
import "../outbox/outbox.ts";
import "../session/session-keeper.ts";
import "../sync/catch-up.ts";
import "../browser/session-storage.ts";
import "../session/bootstrap-loop.ts";
import "../channels/shared-channels.ts";
import "../components/differs.ts";
import { definePanel } from "./define-panel.ts";

// dist/cablechat-panel.js: what the loader fetches.
definePanel();
