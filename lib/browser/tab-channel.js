/**
 * A `BroadcastChannel`, which every browser has that can read this script. Where site data is denied it is denied too:
 * then nothing is told, as nothing is shared.
 */
export function tabChannel(name, heard) {
    let channel;
    const controller = new AbortController();
    const close = () => {
        channel?.close();
        channel = undefined;
    };
    const open = () => {
        try {
            channel ??= new BroadcastChannel(name);
            channel.onmessage = ({ data }) => heard(data);
        }
        catch (error) {
            // The named case: denied, with a SecurityError.
            if (!(error instanceof DOMException))
                throw error;
        }
    };
    open();
    // A page that is told something in the back/forward cache is thrown out of it.
    globalThis.window?.addEventListener("pagehide", close, controller);
    globalThis.window?.addEventListener("pageshow", open, controller);
    return {
        tell: (news) => channel?.postMessage(news),
        close() {
            controller.abort();
            close();
        },
    };
}
//# sourceMappingURL=tab-channel.js.map