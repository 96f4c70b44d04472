import { Http } from "./api/http.js";
import { WebchatsAPI } from "./api/webchats-api.js";
import { Emitter } from "./core/emitter.js";
import { CablechatError } from "./core/errors.js";
import { onDemand } from "./core/on-demand.js";
import { storageKey } from "./core/storage-key.js";
import { TAB_NEWS_VERSION } from "./core/tab-news.js";
import { Outbox } from "./outbox/outbox.js";
import { SessionKeeper } from "./session/session-keeper.js";
import { MessageStore } from "./store/message-store.js";
const ENDED = ["session_expired", "invalid_session"];
/** A backend that takes none of so many new sessions in a row will not take the next one either. */
const MAX_RENEWALS = 3;
/** What a visitor writes, on its way out: under which session, shown as what, told by which event. */
export class Sending {
    /** Whether a reload would lose what is pending: the browser denies storage. */
    memoryOnly = false;
    /** What `prefill()` gave. */
    draft = "";
    store = new MessageStore("visitor");
    #tabs;
    /** The cable to the same backend, once it is known. */
    application = null;
    /** As whom the page has introduced the visitor. */
    contact = null;
    /** How many visitors have signed out here. */
    visitors = 0;
    /** Whether the last answer to a message is to one under a session that has ended since: the next one may not read it. */
    #isLate = false;
    /** New sessions in the place of ended ones, since the backend last took a message. */
    #renewals = 0;
    /** Ends with the visit. */
    life = new AbortController();
    constructor({ endpoint, webchat, storage: kind = "local" }, ports) {
        this.ports = ports;
        this.events = new Emitter(ports.reportError);
        const key = storageKey("session", endpoint, webchat);
        this.keeper = new SessionKeeper(key, kind, ports);
        this.#tabs = ports.tabChannel(key + TAB_NEWS_VERSION, (news) => this.heard(news));
        this.untilOver(() => this.#tabs.close());
        this.http = new Http({ ...ports, endpoint });
        const reader = this.http.reader(`/webchats/${encodeURIComponent(webchat)}`, () => this.keeper.session);
        const ask = (...request) => {
            const { session } = this.keeper;
            return reader(...request).catch((error) => {
                if (!session || !ENDED.includes(error.code) || !this.#isReplaced(session, error))
                    throw error;
                throw new CablechatError("aborted", "Ended.", { retryable: true, cause: error });
            });
        };
        const unreadable = ({ message }) => ports.warn(`Left out: ${message}`);
        this.webchats = new WebchatsAPI(ask, unreadable);
        const lockName = storageKey("outbox", endpoint, webchat);
        // What is kept there is all tabs': one that is by itself would send what another has written.
        const storage = kind === "local" ? ports.outboxStorage(lockName) : null;
        this.memoryOnly = !storage;
        this.outbox = new Outbox({
            ...ports,
            storage,
            lockName,
            send: async (message, signal, keep) => {
                await this.signIn(signal);
                if (!message.files?.length)
                    return this.#post(message, signal);
                const { sendFiles } = await onDemand(import("./send-files.js"));
                return sendFiles(message, {
                    ...ports,
                    ask,
                    post: (whole) => this.#post(whole, signal),
                    storage,
                    uploads: this.uploads,
                    signal,
                    signIn: () => this.signIn(signal),
                    keep,
                });
            },
            events: {
                shown: (message, error) => {
                    this.#show(message, error);
                    // By an earlier page, which could not begin a new one.
                    if (error && ENDED.includes(error.code) && this.#renewals < MAX_RENEWALS) {
                        void this.outbox.retry(message.clientId);
                    }
                },
                sent: ({ clientId }, answer) => this.#onSent({ ...answer, clientId }),
                gone: (clientId) => {
                    this.store.removePending(clientId);
                    this.changed();
                },
                stored: () => this.tell({}),
                failed: (outgoing, error) => {
                    this.#show(outgoing, error);
                    const message = this.store.byClientId(outgoing.clientId);
                    if (message)
                        this.events.emit("failed", { message, error });
                },
                delayed: ({ retryAfterMs }) => {
                    if (retryAfterMs !== undefined)
                        this.application?.holdOff(retryAfterMs);
                },
                memoryOnly: (cause) => {
                    this.memoryOnly = true;
                    this.fail(new CablechatError("storage_unavailable", "No storage.", { cause }));
                },
            },
        });
    }
    get over() {
        return this.life.signal.aborted;
    }
    /** The session, made now if there is none, and tied to the contact the host application vouches for. */
    async signIn(signal) {
        const session = await this.keeper.ensure(signal);
        const refused = await this.contact?.signIn(session, signal);
        if (refused)
            this.fail(refused);
        // Another request may have found it ended meanwhile.
        if (session !== this.keeper.session)
            await this.signIn(signal);
    }
    /** Tells, as `tell` does it, who the visitor is; what the backend knows under that name is asked for. */
    async introduce(tell) {
        const { visitors } = this;
        const hasLeft = () => visitors !== this.visitors;
        const { Contact } = await import("./session/contact.js");
        // It was said of a visitor who has left.
        if (hasLeft())
            return;
        this.contact ??= new Contact(this.keeper, this.webchats, hasLeft);
        if (await tell(this.contact, this.life.signal))
            this.introduced();
    }
    forgetVisitor() {
        this.draft = "";
        this.contact = null;
        this.visitors += 1;
    }
    takeHistory(messages, hasMore) {
        this.store.prepend(messages, hasMore);
        for (const message of messages)
            this.outbox.acknowledge(message);
    }
    /** To the other tabs of the browser, where they have the same visitor. */
    tell(news) {
        if (this.keeper.isShared)
            this.#tabs.tell({ ...news, session: this.keeper.session });
    }
    /** `end` is called when the visit is over. */
    untilOver(end) {
        this.life.signal.addEventListener("abort", end);
    }
    /** Whether another session stands, or now begins, in the place of one that the backend has ended. */
    #isReplaced(session, error) {
        const { keeper } = this;
        if (session === keeper.session && !this.over && this.#renewals < MAX_RENEWALS) {
            this.#renewals += 1;
            keeper.end();
            this.onEnded(error);
        }
        return session !== keeper.session;
    }
    #show(message, error) {
        this.store.putPending({ ...message, error });
        this.changed();
    }
    async #post(message, signal) {
        const { session } = this.keeper;
        const answer = await this.webchats.send(message, signal);
        this.#isLate = session !== this.keeper.session;
        return answer;
    }
    #onSent(answer) {
        const { store, visitors } = this;
        const isLate = (this.#isLate && answer.conversation !== this.followed) || store.isPast(answer);
        this.#isLate = false;
        this.#renewals = 0;
        // A contact's next session reads it too.
        if (isLate && !this.contact?.isKnown)
            store.putPast(answer);
        else
            store.upsert(answer);
        if (!isLate)
            this.tell({ message: answer, sent: true });
        const message = store.messages.find(({ id }) => id === answer.id);
        if (message)
            this.events.emit("sent", { message });
        // Whoever was told may have ended it all, or signed out.
        if (this.over || visitors !== this.visitors)
            return;
        if (isLate)
            this.changed();
        else
            this.sentTo(answer);
    }
}
//# sourceMappingURL=sending.js.map