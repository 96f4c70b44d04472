import { actionCableConsumer } from "./browser/action-cable-consumer.js";
import { browserClock } from "./browser/browser-clock.js";
import { browserRandom } from "./browser/browser-random.js";
import { durableStorage } from "./browser/durable-storage.js";
import { pageLifecycle } from "./browser/page-lifecycle.js";
import { keyValueStorage } from "./browser/session-storage.js";
import { tabChannel } from "./browser/tab-channel.js";
import { tabLock } from "./browser/tab-lock.js";
import { Chat } from "./chat.js";
export { Chat } from "./chat.js";
export { CablechatError } from "./core/errors.js";
/** What a browser gives. Outside one, pass your own `consumer`, `sessionStorage`, `outboxStorage`, `tabChannel`. */
export const browserPorts = {
    clock: browserClock,
    random: browserRandom,
    fetch: (url, init) => fetch(url, init),
    consumer: actionCableConsumer,
    lifecycle: pageLifecycle,
    lock: tabLock,
    reportError: (error) => reportError(error),
    warn: (message, detail = "") => console.warn(`[cablechat] ${message}`, detail),
    sessionStorage: keyValueStorage,
    outboxStorage: durableStorage,
    tabChannel,
};
/**
 * A chat without a face: the same methods, properties and events as `<cable-chat>`, and no DOM.
 *
 * @throws CablechatError `invalid_configuration`, naming the option
 */
export function createChat(options, ports = {}) {
    return new Chat(options, { ...browserPorts, ...ports });
}
//# sourceMappingURL=index.js.map