import { scheduleAutoOpen } from "../auto-open.js";
import { createFiles } from "../files/create-files.js";
import { playSound } from "../sound.js";
/** What few visitors need, or nobody at once: files, a sound, a chat that opens by itself. */
export function createExtras(host, chats, composer, clock) {
    let current = null;
    let controller = new AbortController();
    let isScheduled = false;
    const follow = (chat) => {
        if (chat === current)
            return;
        current = chat;
        controller.abort();
        controller = new AbortController();
        const { signal } = controller;
        const { settings } = chats;
        if (!chat || !settings)
            return;
        playSound(host, settings, clock, chat, signal);
        // Once, also where the attributes make a new chat; and the visitor may have been faster.
        if (isScheduled || chats.wasUsed)
            return;
        isScheduled = true;
        const cancel = scheduleAutoOpen(settings, clock, () => chat.open());
        for (const name of ["open", "close"])
            chat.on(name, cancel);
        signal.addEventListener("abort", cancel);
    };
    createFiles(host, chats, composer);
    host.addController({
        hostUpdated: () => follow(chats.chat),
        hostDisconnected() {
            // After the chat's own end, which a move within the document does not bring.
            queueMicrotask(() => follow(chats.chat));
        },
    });
    follow(chats.chat);
}
//# sourceMappingURL=create-extras.js.map