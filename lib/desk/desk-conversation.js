import { isOlderHead } from "../core/conversation-head.js";
import { CablechatError } from "../core/errors.js";
import { outcomeOf } from "../core/outcome.js";
import { Attention } from "../session/attention.js";
import { Typing } from "../session/typing.js";
import { MessageStore } from "../store/message-store.js";
import { Thread } from "../thread.js";
const HISTORY_LIMIT = 50;
/** One conversation at the desk: kept in step with the backend from its first opening on, whoever looks. */
export class DeskConversation {
    id;
    #options;
    #api;
    #store = new MessageStore("agent");
    #thread;
    #attention;
    #typing;
    #life = new AbortController();
    #head;
    #loadingOlder = false;
    constructor(options) {
        this.#options = options;
        const { head, api, application, ports } = options;
        this.id = head.conversation.id;
        this.#head = head;
        this.#api = api.messages(this.id);
        this.#attention = new Attention(ports, {
            messages: () => this.#store.messages,
            unread: () => undefined,
            read: () => undefined,
            isPolling: () => false,
            look: () => this.#thread.look("interval"),
            report: (messageId) => api.seen(this.id, messageId, this.#life.signal),
        });
        this.#attention.setApplication(application);
        this.#typing = new Typing(ports.clock, {
            changed: () => this.#changed(),
            tell: (state) => this.#thread.perform("typing", { state }),
        });
        this.#thread = this.#newThread();
        this.#follow();
    }
    /** Whom it is with. */
    get head() {
        return this.#head;
    }
    /** As it stands now: the list's stream and the conversation's own bring the same, in no certain order. */
    get conversation() {
        const { conversation } = this.#head;
        const followed = this.#thread.conversation;
        return followed && (followed.revision ?? 0) >= (conversation.revision ?? 0) ? followed : conversation;
    }
    /** In the order shown; a new array at each change. */
    get messages() {
        return this.#store.messages;
    }
    get hasMoreBefore() {
        return this.#store.hasMoreBefore;
    }
    get loadingOlder() {
        return this.#loadingOlder;
    }
    /** Who is typing on the other side. */
    get typing() {
        return this.#typing.authors;
    }
    /** Whether everything that was committed before the present subscription is here. */
    get caughtUp() {
        return this.#thread.caughtUp;
    }
    /** An agent looks at it from now on, or does not any more. */
    setOpen(open) {
        if (!open)
            this.#typing.stop();
        this.#attention.setOpen(open);
    }
    /** The page has been shown, hidden or brought back. */
    refresh() {
        this.#attention.refresh();
        this.#thread.look("visible");
    }
    /** The list has a newer head. */
    learn(head) {
        if (!isOlderHead(head, this.#head))
            this.#head = head;
    }
    /** @throws CablechatError `invalid`: empty, or longer than 10,000 characters */
    send(text) {
        const clientId = this.#options.outbox.send(this.id, text);
        this.#typing.stop();
        return clientId;
    }
    retry(clientId) {
        this.#options.outbox.retry(clientId);
    }
    discard(clientId) {
        this.#store.removePending(clientId);
        this.#options.outbox.discard(clientId);
        this.#changed();
    }
    /** Loads the messages before the first one shown. After a failure, calling again tries again. */
    async loadOlder() {
        const { oldest } = this.#store;
        if (!oldest || this.#loadingOlder)
            return;
        this.#loadingOlder = true;
        this.#changed();
        const query = { beforeId: oldest.id, limit: HISTORY_LIMIT };
        const page = await outcomeOf(this.#api.list(query, this.#life.signal));
        this.#loadingOlder = false;
        if (page instanceof CablechatError) {
            if (page.code === "unknown_cursor")
                this.#startOver();
            else
                this.#options.events.failed(page);
            // Begun anew meanwhile: this page does not lie before what is shown now.
        }
        else if (this.#store.oldest?.id === oldest.id) {
            this.#store.prepend(page.messages, page.hasMore);
            for (const message of page.messages)
                this.#options.outbox.acknowledge(message);
        }
        this.#changed();
    }
    notifyTyping() {
        this.#typing.typed();
    }
    showPending(message) {
        this.#store.putPending(message);
        this.#changed();
    }
    /** The answer of a call. It says nothing of what came before it, so no cursor moves. */
    merge(message) {
        this.#store.upsert(message);
        this.#changed();
    }
    destroy() {
        this.#life.abort();
        this.#typing.clear();
        this.#attention.setOpen(false);
        this.#thread.leave();
    }
    /** The head tells the last message and the revision it was true at: what came later is the catch-up's. */
    #follow() {
        const { conversation, lastMessage } = this.#head;
        for (const pending of this.#options.outbox.of(this.id))
            this.#store.putPending(pending);
        this.#store.prepend(lastMessage ? [lastMessage] : [], lastMessage !== null);
        this.#attention.learn(conversation.seen.agent);
        this.#thread.follow(conversation, conversation.revision, lastMessage ? [lastMessage] : []);
        void this.loadOlder();
    }
    /** The place asked from is not the backend's: the whole conversation comes again. */
    #startOver() {
        this.#store.clearReceived();
        this.#thread.follow(this.id, 0, []);
    }
    #newThread() {
        const { application, identifier, ports, events, outbox } = this.#options;
        return new Thread({
            application,
            identifier,
            api: this.#api,
            store: this.#store,
            ports,
            events: {
                changed: () => this.#changed(),
                inserted: (message) => {
                    outbox.acknowledge(message);
                    this.#typing.heard(message.author, false);
                },
                conversation: ({ seen }) => {
                    this.#attention.learn(seen.agent);
                    this.#changed();
                },
                typing: (author, started) => {
                    if (author.type === "visitor")
                        this.#typing.heard(author, started);
                },
                progressed: () => {
                    if (this.#thread.confirmed)
                        void this.#attention.report();
                    events.progressed();
                },
                catchup: events.catchup,
                lost: () => this.#startOver(),
                // The list's own subscription has the same token: it will be refused too, and tells.
                rejected: events.progressed,
                failed: events.failed,
            },
        });
    }
    #changed() {
        if (this.#life.signal.aborted)
            return;
        this.#attention.count();
        this.#options.events.changed();
    }
}
//# sourceMappingURL=desk-conversation.js.map