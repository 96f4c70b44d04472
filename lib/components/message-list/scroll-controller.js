const NEAR_BOTTOM_PX = 48;
const NEAR_TOP_PX = 240;
/**
 * Keeps the text being read where it is. At the bottom the list follows what arrives; anywhere else the first visible
 * message stays at its distance from the top, whatever appears, grows or goes above it. The distance of an element is
 * what counts: the height of the list also changes for what happens below.
 */
export class ScrollController {
    /** Whether something new stands below what is being read. */
    unseen = false;
    #host;
    #source;
    #loadOlder;
    #scroller = null;
    #resize = null;
    /** `null`: follow the newest. */
    #anchor = null;
    #scrollTop = 0;
    #lastKey;
    #moved = false;
    constructor(host, source, loadOlder) {
        this.#host = host;
        this.#source = source;
        this.#loadOlder = loadOlder;
        host.addController(this);
    }
    scrollToNewest() {
        this.#anchor = null;
        this.#restore();
        this.#see();
    }
    hostUpdate() {
        this.#noticeNew();
        // A scroll event comes a frame late; what has been scrolled since must not be undone.
        if (!this.#moved && this.#scroller?.scrollTop !== this.#scrollTop)
            this.#remember();
    }
    hostUpdated() {
        const scroller = this.#host.renderRoot.querySelector(".messages");
        if (scroller !== this.#scroller) {
            this.#scroller = scroller;
            this.#anchor = null;
            this.unseen = false;
            this.#moved = true;
        }
        if (this.#moved)
            this.#observe();
        this.#moved = false;
        this.#restore();
        this.#askForOlder();
    }
    hostDisconnected() {
        this.#resize?.disconnect();
        // The browser forgets how far a list that is moved was scrolled.
        this.#moved = true;
    }
    onScroll = () => {
        this.#remember();
        if (!this.#anchor)
            this.#see();
        this.#askForOlder();
    };
    #noticeNew() {
        const messages = this.#source()?.messages ?? [];
        const newest = messages.at(-1);
        if (newest?.key === this.#lastKey)
            return;
        const appended = messages.some(({ key }) => key === this.#lastKey);
        this.#lastKey = newest?.key;
        // Who has just written wants to see it, wherever they were reading.
        if (newest?.delivery === "pending")
            this.#anchor = null;
        else if (appended && this.#anchor)
            this.unseen = true;
    }
    #observe() {
        this.#resize?.disconnect();
        const scroller = this.#scroller;
        if (!scroller)
            return;
        // The keyboard of a phone, a growing composer, a font that comes late: all of them move the text.
        this.#resize = new ResizeObserver(() => this.#restore());
        for (const element of [scroller, ...scroller.children])
            this.#resize.observe(element);
    }
    #remember() {
        const scroller = this.#scroller;
        if (!scroller)
            return;
        this.#scrollTop = scroller.scrollTop;
        const below = scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop;
        this.#anchor = below < NEAR_BOTTOM_PX ? null : firstVisible(scroller);
    }
    #restore() {
        const scroller = this.#scroller;
        if (!scroller)
            return;
        if (!this.#anchor)
            scroller.scrollTop = scroller.scrollHeight;
        else if (this.#anchor.element.isConnected) {
            scroller.scrollTop += distance(this.#anchor.element, scroller) - this.#anchor.top;
        }
        this.#scrollTop = scroller.scrollTop;
    }
    #askForOlder() {
        const source = this.#source();
        if (!this.#scroller || !source?.hasMoreBefore || source.loadingOlder)
            return;
        if (this.#scroller.scrollTop < NEAR_TOP_PX)
            this.#loadOlder();
    }
    #see() {
        if (this.unseen)
            this.#host.requestUpdate();
        this.unseen = false;
    }
}
/** By bisection: the rows stand in order, and there may be thousands. */
function firstVisible(scroller) {
    const rows = scroller.querySelectorAll(".message");
    let low = 0;
    let high = rows.length - 1;
    while (low < high) {
        const middle = (low + high) >> 1;
        const row = rows[middle];
        if (distance(row, scroller) + row.clientHeight > 0)
            high = middle;
        else
            low = middle + 1;
    }
    const element = rows[low];
    return element ? { element, top: distance(element, scroller) } : null;
}
function distance(element, scroller) {
    return element.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
}
//# sourceMappingURL=scroll-controller.js.map