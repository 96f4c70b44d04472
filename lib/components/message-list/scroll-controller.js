const NEAR_BOTTOM_PX = 48;
const NEAR_TOP_PX = 240;
/**
 * Keeps the text being read where it is, and asks for what is above it in time. At the bottom the list follows what
 * arrives; anywhere else the first visible message stays at its distance from the top, whatever appears, grows or goes
 * above it. The distance of an element is what counts: the height of the list also changes for what happens below.
 */
export function createScrollController(host, source) {
    let scroller = null;
    /** `null`: follow the newest. */
    let anchor = null;
    let scrollTop = 0;
    let lastKey;
    let moved = false;
    let unseen = false;
    /** Whose older messages could not be had. */
    let failed = null;
    const restore = () => {
        if (!scroller)
            return;
        if (!anchor)
            scroller.scrollTop = scroller.scrollHeight;
        else if (anchor.element.isConnected)
            scroller.scrollTop = anchor.element.offsetTop - anchor.top;
        scrollTop = scroller.scrollTop;
    };
    // The keyboard of a phone, a growing composer, a font that comes late: all of them move the text.
    const resize = new ResizeObserver(restore);
    const remember = () => {
        if (!scroller)
            return;
        scrollTop = scroller.scrollTop;
        const below = scroller.scrollHeight - scroller.clientHeight - scrollTop;
        anchor = below < NEAR_BOTTOM_PX ? null : firstVisible(scroller, scrollTop);
    };
    const see = () => {
        if (unseen)
            host.requestUpdate();
        unseen = false;
    };
    const askForOlder = () => {
        const its = source();
        // What has failed is tried again by a press of the button, not by every pixel scrolled.
        if (!scroller || scrollTop > NEAR_TOP_PX || !its?.hasMoreBefore || its.loadingOlder || its === failed)
            return;
        loadOlder();
    };
    const loadOlder = () => {
        const its = source();
        const oldest = its?.messages[0];
        failed = null;
        void its?.loadOlder().then(() => {
            if (its.hasMoreBefore && its.messages[0] === oldest)
                failed = its;
            host.requestUpdate();
        });
    };
    host.addController({
        hostUpdate() {
            const messages = source()?.messages ?? [];
            const newest = messages.at(-1);
            if (newest?.key !== lastKey) {
                // Who has just written wants to see it, wherever they were reading.
                if (newest?.delivery === "pending")
                    anchor = null;
                else if (anchor && messages.some(({ key }) => key === lastKey))
                    unseen = true;
                lastKey = newest?.key;
            }
            // A scroll event comes a frame late; what has been scrolled since must not be undone.
            if (!moved && scroller?.scrollTop !== scrollTop)
                remember();
        },
        hostUpdated() {
            const found = host.renderRoot.querySelector(".messages");
            if (found !== scroller) {
                scroller = found;
                anchor = null;
                unseen = false;
                moved = true;
            }
            if (moved) {
                resize.disconnect();
                for (const element of scroller ? [scroller, ...scroller.children] : [])
                    resize.observe(element);
            }
            moved = false;
            restore();
            askForOlder();
        },
        hostDisconnected() {
            resize.disconnect();
            // The browser forgets how far a list that is moved was scrolled.
            moved = true;
        },
    });
    return {
        get unseen() {
            return unseen;
        },
        get olderFailed() {
            return !!failed && failed === source();
        },
        onScroll() {
            remember();
            if (!anchor)
                see();
            askForOlder();
        },
        scrollToNewest() {
            anchor = null;
            restore();
            see();
        },
        loadOlder,
    };
}
/** By bisection: the rows stand in order, and there may be thousands. */
function firstVisible(scroller, scrollTop) {
    const rows = scroller.querySelectorAll(".message");
    let low = 0;
    let high = rows.length - 1;
    while (low < high) {
        const middle = (low + high) >> 1;
        const row = rows[middle];
        if (row.offsetTop + row.offsetHeight > scrollTop)
            high = middle;
        else
            low = middle + 1;
    }
    const element = rows[low];
    return element ? { element, top: element.offsetTop - scrollTop } : null;
}
//# sourceMappingURL=scroll-controller.js.map