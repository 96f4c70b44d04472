/** Trouble shorter than this is not worth a word: most drops are over before anybody has noticed. */
export const BANNER_DELAY_MS = 1000;
const CALM = [undefined, "idle", "connected", "polling"];
/**
 * Decides when the connection's trouble has lasted long enough to be told.
 *
 * @returns what gives the status to tell of, while there is something to say
 */
export function createBannerController(host, clock, status) {
    let cancel;
    let lasting = false;
    const hostDisconnected = () => {
        cancel?.();
        cancel = undefined;
        lasting = false;
    };
    host.addController({
        hostUpdate() {
            if (CALM.includes(status()?.state))
                hostDisconnected();
            else {
                cancel ??= clock.setTimeout(() => {
                    lasting = true;
                    host.requestUpdate();
                }, BANNER_DELAY_MS);
            }
        },
        hostDisconnected,
    });
    return () => (lasting ? status()?.state : undefined);
}
//# sourceMappingURL=banner-controller.js.map