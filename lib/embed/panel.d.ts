import "../store/message-store.js";
import "../core/emitter.js";
import "../sync/catch-up.js";
import "../channels/shared-channels.js";
import "../browser/action-cable-consumer.js";
import "../outbox/outbox.js";
