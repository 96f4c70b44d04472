import { assertChatOptions } from "./chat-options.js";
import { CablechatError } from "./core/errors.js";
import { outcomeOf } from "./core/outcome.js";
import { Patience } from "./core/patience.js";
import { isTriedAgain } from "./outbox/retry-policy.js";
import { validContent } from "./outbox/valid-content.js";
import { Visit } from "./visit.js";
const HISTORY_LIMIT = 50;
const CANCEL_RETRY = { baseMs: 500, maxMs: 15_000 };
/** One webchat, headless: everything but the drawing. What a page may ask of it; `Visit` does the work. */
export class Chat extends Visit {
    loadingOlder = false;
    /** @throws CablechatError `invalid_configuration`, naming the option */
    constructor(options, ports) {
        assertChatOptions(options);
        super(options, ports);
    }
    /** In the order shown; a new array at each change. */
    get messages() {
        return this.store.messages;
    }
    /** Messages of somebody else that are not read yet, as far as they are loaded. */
    get unreadCount() {
        return this.attention.unreadCount;
    }
    get conversation() {
        return this.thread?.conversation ?? null;
    }
    /** Whether older messages can be loaded. */
    get hasMoreBefore() {
        return this.store.hasMoreBefore;
    }
    /** Who is typing right now. */
    get typing() {
        return this.typists?.authors ?? [];
    }
    get isOpen() {
        return this.attention.isOpen;
    }
    /** Whether this browser has a session: a visitor who has written before. */
    get hasSession() {
        return !!this.keeper.session;
    }
    on(name, listener) {
        return this.events.on(name, listener);
    }
    /** A returning visitor is connected, and what an earlier page left unsent goes out; a new one costs nothing. */
    start() {
        if (this.keeper.session)
            this.begin();
    }
    /** The visitor looks at the conversation from now on. */
    open() {
        if (this.isOpen || this.over)
            return;
        this.begin();
        // Whoever was told of the connection may have ended it all.
        if (this.over)
            return;
        this.attention.setOpen(true);
        this.events.emit("open", {});
        this.changed();
    }
    close() {
        if (!this.isOpen)
            return;
        this.ofTyping((typists) => typists.stop());
        this.attention.setOpen(false);
        this.events.emit("close", {});
        this.changed();
    }
    toggle() {
        this.isOpen ? this.close() : this.open();
    }
    /**
     * Sends `text` and `files`, now or as soon as it can be. Files that the webchat does not take (more than 10, an empty one,
     * too large, of another type) make it fail like one that the backend has refused.
     *
     * @returns the message's client id
     * @throws CablechatError `invalid`, with `fields.body` or `fields.attachments`: what `validContent` refuses
     */
    send(text, files) {
        this.#assertAlive();
        const content = validContent(text, files);
        const clientId = this.ports.random.uuid();
        this.draft = "";
        this.ofTyping((typists) => typists.stop());
        void this.outbox.enqueue({ clientId, ...content, attachments: [], page: this.ports.lifecycle.page() });
        return clientId;
    }
    /** Tries a failed message again. */
    retry(clientId) {
        void this.outbox.retry(clientId);
    }
    /** Deletes a message that could not be sent. */
    discard(clientId) {
        this.store.removePending(clientId);
        void this.outbox.discard(clientId);
        this.changed();
    }
    /**
     * Stops a reply that streams; its `stopping` says so until the backend has told how it ended. It is tried until the
     * backend has answered, or the reply has ended; a refusal is told as `error`. Any other message is left alone.
     */
    async cancel(messageId) {
        const { store } = this;
        const isWanted = () => !this.over && store.isStopping(messageId);
        if (store.byId(messageId)?.state !== "streaming" || isWanted())
            return;
        const patience = new Patience(this.ports, CANCEL_RETRY);
        // The network may be back, or the backend; or it is all over.
        const end = this.events.on("connection", () => (this.over ? patience.wake() : patience.hurry()));
        store.setStopping(messageId, true);
        this.tell({ stopping: messageId });
        this.changed();
        for (let attempt = 0; isWanted(); attempt += 1) {
            const answer = await outcomeOf(this.webchats.cancel(messageId, this.life.signal));
            // It has ended meanwhile, or it is another visitor's by now.
            if (!isWanted())
                break;
            if (!(answer instanceof CablechatError)) {
                // Where it streams on nevertheless, the backend will say how it ends; where it is not loaded, so will its history.
                if (store.byId(messageId))
                    store.upsert(answer);
                this.changed();
                break;
            }
            if (isTriedAgain(answer))
                await patience.wait(patience.delayMs(attempt, answer));
            else {
                store.setStopping(messageId, false);
                this.fail(answer);
            }
        }
        end();
    }
    /** Loads the messages before the first one shown. A failure is told as `error`; calling again tries again. */
    async loadOlder() {
        const { oldest } = this.store;
        if (!oldest || this.loadingOlder)
            return;
        this.loadingOlder = true;
        this.changed();
        const page = await outcomeOf(this.webchats.list({ beforeId: oldest.id, limit: HISTORY_LIMIT }, this.life.signal));
        this.loadingOlder = false;
        if (page instanceof CablechatError) {
            if (page.code === "unknown_cursor")
                this.startOver();
            else
                this.fail(page);
            // Loaded anew meanwhile, or another visitor's: this page does not lie before what is shown now.
        }
        else if (this.store.oldest?.id === oldest.id)
            this.takeHistory(page.messages, page.hasMore);
        this.changed();
    }
    /** The visitor has pressed a key in the composer. */
    notifyTyping() {
        if (!this.over)
            this.ofTyping((typists) => typists.typed(), true);
    }
    /** Puts `text` into the composer. */
    prefill(text) {
        this.draft = text;
        this.changed();
    }
    /**
     * Ties the session to a contact of the host application.
     *
     * @throws CablechatError `invalid_identity` where the hash is wrong; nothing has changed then
     */
    async identify(identity) {
        this.#assertAlive();
        await this.introduce((contact, signal) => contact.identify(identity, signal));
    }
    /** Adds to what the staff see of the visitor; before `identify()` it is kept until then. */
    async setAttributes(attributes) {
        this.#assertAlive();
        await this.introduce((contact, signal) => contact.setAttributes(attributes, signal));
    }
    /** Signs out: forgets session, outbox and transcript on this browser, in all its tabs. */
    async reset() {
        this.tell({ reset: true });
        this.keeper.forget();
        const cleared = this.outbox.clear();
        this.signedOut();
        await cleared;
    }
    /** Keeps the session elsewhere from now on, e.g. after consent. */
    setStorage(kind) {
        this.keeper.moveTo(kind);
    }
    /** Merges what another tab tells, and tells nobody. Each tab's own cursor and catch-up stay as they are. */
    heard({ session, message, sent, seen, stopping, reset }) {
        const isFirst = session && !this.keeper.session && !reset;
        if (!this.keeper.shares(session)) {
            // The one that it had may have ended: the backend tells.
            if (session && this.keeper.isStale)
                reset ? this.signedOut(reset) : this.bootstrap.start();
            return;
        }
        if (isFirst)
            this.begin();
        if (message) {
            if (sent)
                this.outbox.drop(message.clientId);
            if (this.store.upsert(message) === "inserted")
                this.onInserted(message);
            // Whoever was told may have ended it all.
            if (sent && !this.over)
                this.sentTo(message);
        }
        else if (stopping)
            void this.cancel(stopping);
        else if (seen)
            this.attention.learn(seen);
        else if (reset)
            this.signedOut(reset);
        else
            void this.outbox.start();
        this.changed();
    }
    #assertAlive() {
        if (this.over)
            throw new CablechatError("destroyed", "The chat has ended.");
    }
}
//# sourceMappingURL=chat.js.map