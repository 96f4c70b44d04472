import { CablechatError } from "../core/errors.js";
import { differs } from "./differs.js";
import { dispatch, tell } from "./host-events.js";
import { readSettings } from "./settings.js";
/** What the element tells as its own. `ready` is not among them: the element says it once it stands on the page. */
const FORWARDED = [
    "message",
    "sent",
    "failed",
    "unread",
    "connection",
    "conversation",
    "identified",
    "error",
    "catchup",
];
export function createChatController(host, createChat) {
    let chat = null;
    let settings = null;
    const told = new Set();
    let madeFrom = [];
    let lastStorage = "local";
    let wasUsed = false;
    const end = () => {
        chat?.destroy();
        chat = null;
    };
    const make = (its) => {
        const made = createChat({ ...its, cable: host.cable ?? undefined });
        chat = made;
        for (const name of FORWARDED)
            made.on(name, (detail) => dispatch(host, name, detail));
        for (const name of ["open", "close"]) {
            made.on(name, () => {
                host.isOpen = made.isOpen;
                wasUsed = true;
                if (its.position !== "inline")
                    dispatch(host, name, {});
            });
        }
        made.on("change", () => host.requestUpdate());
        made.start();
    };
    const sync = () => {
        settings = readSettings((name) => host.getAttribute(name), (error) => {
            if (!told.has(error.message))
                tell(host, error);
            told.add(error.message);
        });
        if (!settings || !host.isConnected)
            return end();
        const { endpoint, webchat, channel, reconnectDelayMs, maxReconnectDelayMs, storage } = settings;
        const from = [endpoint, webchat, host.cable, channel, reconnectDelayMs, maxReconnectDelayMs];
        if (differs(madeFrom, from))
            end();
        madeFrom = from;
        if (!chat)
            make(settings);
        else if (storage !== lastStorage)
            chat.setStorage(storage);
        lastStorage = storage;
        const open = host.isOpen || settings.position === "inline";
        if (open)
            chat?.open();
        else
            chat?.close();
        // An inline chat stays open, whatever was asked.
        host.isOpen = open;
    };
    host.addController({
        hostDisconnected() {
            // A move within the document disconnects and connects in one go: that is no end.
            queueMicrotask(() => {
                if (!host.isConnected)
                    end();
            });
        },
    });
    return {
        get chat() {
            return chat;
        },
        get settings() {
            return settings;
        },
        get wasUsed() {
            return wasUsed;
        },
        require() {
            sync();
            if (chat)
                return chat;
            if (settings)
                throw new CablechatError("destroyed", "<cable-chat> is in no document.");
            throw new CablechatError("invalid_configuration", "<cable-chat>: an attribute is missing or wrong.");
        },
        sync,
        restart() {
            end();
            sync();
        },
    };
}
//# sourceMappingURL=chat-controller.js.map