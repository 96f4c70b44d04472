import { keyValueStorage } from "../browser/session-storage.js";
import { tabLock } from "../browser/tab-lock.js";
import { storageKey } from "../core/storage-key.js";
/** By then the tab in which somebody looks has told the others that the message is read. */
const WAIT_MS = 500;
const TONE_S = 0.3;
const never = new AbortController().signal;
/**
 * Where the element has the attribute `sound`: a short, quiet tone for what arrives while nobody looks, in one tab of
 * the browser, whichever is first. Only a tab that the visitor has clicked in: no browser lets another be heard.
 *
 * @param signal ends it
 */
export function playSound(host, { endpoint, webchat, storage }, clock, chat, signal) {
    if (signal.aborted)
        return;
    const key = storageKey("sound", endpoint, webchat);
    const told = keyValueStorage(storage);
    let context;
    let cancel;
    const onClick = () => {
        if (context || !host.hasAttribute("sound"))
            return;
        const made = new AudioContext();
        context = made;
        // One that runs keeps a computer from going to sleep; one that has run during a click may run later, too. One that
        // is refused never runs, and is silent.
        void made.resume().then(() => made.suspend());
    };
    document.addEventListener("click", onClick, { signal });
    signal.addEventListener("abort", () => cancel?.());
    chat.on("message", ({ message: { id } }) => {
        cancel?.();
        cancel = clock.setTimeout(() => {
            const made = context;
            if (!made || chat.unreadCount === 0)
                return;
            void tabLock.run(key, never, async () => {
                await told.settle?.();
                if (told.get(key) === id)
                    return;
                told.set(key, id ?? "");
                playTone(made);
            });
        }, WAIT_MS);
    });
}
function playTone(context) {
    const end = context.currentTime + TONE_S;
    const volume = new GainNode(context, { gain: 0.1 });
    volume.gain.exponentialRampToValueAtTime(0.001, end);
    const tone = new OscillatorNode(context, { frequency: 660 });
    tone.connect(volume).connect(context.destination);
    tone.onended = () => context.suspend();
    tone.start();
    tone.stop(end);
    void context.resume();
}
//# sourceMappingURL=sound.js.map