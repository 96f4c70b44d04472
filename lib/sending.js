import { Http } from "./api/http.js";
import { WebchatsAPI } from "./api/webchats-api.js";
import { Emitter } from "./core/emitter.js";
import { CablechatError } from "./core/errors.js";
import { storageKey } from "./core/storage-key.js";
import { TAB_NEWS_VERSION } from "./core/tab-news.js";
import { Outbox } from "./outbox/outbox.js";
import { SessionKeeper } from "./session/session-keeper.js";
import { MessageStore } from "./store/message-store.js";
/** What a visitor writes, on its way out: under which session, shown as what, told by which event. */
export class Sending {
    /** Whether a reload would lose what is pending: the browser denies storage. */
    memoryOnly = false;
    store = new MessageStore("visitor");
    #tabs;
    /** The cable to the same backend, once it is known. */
    application = null;
    /** Ends with the visit. */
    life = new AbortController();
    constructor({ endpoint, webchat, storage = "local" }, ports) {
        this.ports = ports;
        this.events = new Emitter(ports.reportError);
        const key = storageKey("session", endpoint, webchat);
        this.keeper = new SessionKeeper(key, storage, ports);
        this.#tabs = ports.tabChannel(key + TAB_NEWS_VERSION, (news) => this.heard(news));
        this.untilOver(() => this.#tabs.close());
        this.http = new Http({ ...ports, endpoint });
        const ask = this.http.reader(`/webchats/${encodeURIComponent(webchat)}`, () => this.keeper.session);
        const unreadable = ({ message }) => ports.warn(`Left out: ${message}`);
        this.webchats = new WebchatsAPI(ask, unreadable);
        const lockName = storageKey("outbox", endpoint, webchat);
        this.outbox = new Outbox({
            ...ports,
            storage: ports.outboxStorage(lockName),
            lockName,
            send: async (message, signal) => {
                await this.keeper.ensure(signal);
                return this.webchats.send(message, signal);
            },
            events: {
                shown: (message, error) => this.#show(message, error),
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
                    this.fail(new CablechatError("storage_unavailable", "Nothing can be stored.", { cause }));
                },
            },
        });
    }
    get over() {
        return this.life.signal.aborted;
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
    #show({ clientId, body }, error) {
        this.store.putPending({ clientId, body, error });
        this.changed();
    }
    #onSent(answer) {
        this.store.upsert(answer);
        this.tell({ message: answer, sent: true });
        const message = this.store.byId(answer.id);
        if (message)
            this.events.emit("sent", { message });
        // Whoever was told may have ended it all.
        if (!this.over)
            this.sentTo(answer.conversation);
    }
}
//# sourceMappingURL=sending.js.map