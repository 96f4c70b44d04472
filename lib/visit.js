import { sharedChannel } from "./channels/shared-channels.js";
import { cableUrl } from "./core/cable-url.js";
import { Attention } from "./session/attention.js";
import { BootstrapLoop } from "./session/bootstrap-loop.js";
import { Standing } from "./standing.js";
import { Thread } from "./thread.js";
/** What happens between a visitor and one webchat: joins bootstrap, thread and attention to what is sent. */
export class Visit extends Standing {
    /** The settings; `null` before the bootstrap has answered. */
    webchat = null;
    /** Whether the backend has ended the session, and nothing is written under the next one yet. */
    ended = false;
    #options;
    #replaceAll = false;
    /** The conversation of the last message sent: a bootstrap that was asked for before may not know it. */
    #sentTo = null;
    /** Messages that `message` has told of: once each, also when everything is loaded anew, for the next visitor too. */
    #told = new Set();
    constructor(options, ports) {
        super(options, ports);
        this.#options = options;
        this.bootstrap = new BootstrapLoop(ports, {
            load: async (signal) => {
                // With the session that takes the ended one's place, and as whom the page has identified.
                if (this.contact?.isKnown || this.keeper.ended)
                    await this.signIn(signal);
                return this.webchats.bootstrap(signal);
            },
            loaded: (bootstrap) => this.#loaded(bootstrap),
            failed: (error) => {
                this.problem = error;
                this.fail(error);
            },
        });
        this.attention = new Attention(ports, {
            messages: () => this.store.messages,
            unread: (count) => this.events.emit("unread", { count }),
            read: (seen) => this.tell({ seen }),
            isPolling: () => !!this.thread?.isPolling,
            look: () => this.#look("interval"),
            report: (messageId) => this.webchats.seen(messageId, this.life.signal),
        });
        this.untilOver(ports.lifecycle.listen((event) => this.#onPageEvent(event)));
    }
    get uploads() {
        return this.webchat?.uploads;
    }
    /** Ends everything that was started. The chat cannot be used afterwards. */
    destroy() {
        if (this.over)
            return;
        this.life.abort();
        this.outbox.stop();
        this.#leave();
        this.attention.setOpen(false);
        this.connection = { state: "closed", reason: "destroyed" };
        this.events.emit("connection", this.connection);
        this.events.clear();
    }
    /** Nothing is left of the visitor here; whoever looks at the panel may still wait for the settings. @param isCleared as `Outbox.leave` has it */
    signedOut(isCleared) {
        this.#leave();
        this.keeper.leave();
        this.forgetVisitor();
        this.outbox.leave(isCleared);
        this.store.clear();
        this.attention.forget();
        this.ended = this.wasConfirmed = false;
        this.whyRefused = null;
        this.events.emit("conversation", { conversation: null });
        if (this.attention.isOpen && !this.webchat)
            this.bootstrap.start();
        this.progressed();
    }
    /** The settings are needed now. What is left unsent is looked for without a session too: it may have been written first. */
    begin() {
        if (this.over)
            return;
        void this.outbox.start();
        if (!this.webchat || this.problem)
            this.bootstrap.start();
        this.progressed();
    }
    /** What is known is wrong: the bootstrap tells anew. */
    startOver() {
        this.#replaceAll = true;
        this.bootstrap.doubt();
        this.progressed();
    }
    introduced() {
        // What is on its way was asked for as somebody else.
        this.bootstrap.stop();
        this.startOver();
    }
    changed() {
        if (this.over)
            return;
        this.attention.count();
        this.events.emit("change", {});
    }
    onEnded(error) {
        this.#leave();
        if (this.over)
            return;
        this.store.setAside();
        this.ended = true;
        this.#sentTo = null;
        this.bootstrap.start();
        this.events.emit("conversation", { conversation: null });
        this.fail(error);
    }
    sentTo({ id, conversation }) {
        const { thread, bootstrap } = this;
        this.ended = false;
        // Sent once more, since it could not be forgotten, it says nothing of where the next one goes.
        const isOld = this.followed !== conversation && this.store.last?.id !== id;
        if (isOld || conversation === null || (bootstrap.running ? conversation !== this.#sentTo : !thread))
            bootstrap.restart();
        else if (thread && this.followed !== conversation)
            thread.follow(conversation, 0, []);
        this.#sentTo = conversation;
        this.progressed();
    }
    #leave() {
        this.bootstrap.stop();
        this.ofTyping((typists) => typists.clear());
        this.thread?.leave();
    }
    #loaded({ webchat, cable, session, conversation, messages, revision, hasMoreBefore }) {
        const { visitors, webchat: known } = this;
        this.webchat = webchat;
        this.problem = this.whyRefused = null;
        this.thread = this.#threadOn(cable);
        if (this.#replaceAll)
            this.store.clearReceived();
        this.store.takeBack(conversation?.id);
        this.#replaceAll = false;
        this.takeHistory(messages, hasMoreBefore);
        if (session?.identified)
            this.events.emit("identified", session);
        // Whoever was told may have ended it all, or signed out.
        if (conversation && !this.over && visitors === this.visitors) {
            this.ended = false;
            this.thread.follow(conversation, revision, messages);
            this.#onConversation(conversation);
        }
        else
            this.thread.leave();
        if (!known)
            this.events.emit("ready", {});
        this.progressed();
    }
    /** Its URL may be another one than before: a token in it expires. */
    #threadOn(settings) {
        const { thread, ports } = this;
        const { webchat: id, endpoint, channel = settings.channel } = this.#options;
        const { cable = cableUrl(settings.url, endpoint) } = this.#options;
        const application = sharedChannel(cable, ports, this.#options);
        if (thread && application === this.application)
            return thread;
        this.application = application;
        this.attention.setApplication(application);
        this.untilOver(application.on("status", (status) => {
            if (status.state === "closed" && this.followed)
                this.onRefused("connection_refused", status.reason);
            this.progressed();
        }));
        this.untilOver(application.on("replaced", (mute) => (mute ? this.http.doubtLine() : this.thread?.socketLost())));
        thread?.leave();
        return new Thread({
            application,
            identifier: (conversation) => ({ channel, id, session: this.keeper.session ?? "", conversation }),
            api: this.webchats,
            store: this.store,
            ports,
            events: {
                changed: () => this.changed(),
                inserted: (message) => {
                    this.tell({ message });
                    this.onInserted(message);
                },
                conversation: (conversation) => this.#onConversation(conversation),
                typing: (author, started) => {
                    if (author.type !== "visitor")
                        this.ofTyping((typists) => typists.heard(author, started), started);
                },
                progressed: () => this.#onProgress(),
                catchup: (phase, reason, messages) => this.events.emit("catchup", { phase, reason, messages }),
                lost: () => this.startOver(),
                rejected: () => this.onRefused("subscription_rejected", "rejected"),
                failed: (error) => this.fail(error),
            },
        });
    }
    onInserted(received) {
        const { id, author, state } = received;
        this.outbox.acknowledge(received);
        this.ofTyping((typists) => typists.heard(author, false));
        const message = this.store.byId(id);
        // Of a deleted one nobody knows any more whose it was, and there is nothing to tell.
        if (!message || author.type === "visitor" || state === "deleted" || this.#told.has(id))
            return;
        this.#told.add(id);
        this.events.emit("message", { message });
    }
    #onConversation(conversation) {
        this.attention.learn(conversation.seen.visitor);
        this.events.emit("conversation", { conversation });
        this.changed();
    }
    #onProgress() {
        const { confirmed, caughtUp } = this.thread ?? {};
        if (confirmed || caughtUp) {
            this.outbox.kick();
            void this.attention.report();
        }
        if (caughtUp)
            this.bootstrap.held();
        this.attention.refresh();
        this.progressed();
    }
    /** Whoever comes back, and whatever network does, may find more than before. */
    #onPageEvent(event) {
        if (event !== "hidden" && event !== "offline") {
            // What other tabs have told a page that was put away has not reached it.
            if (event === "restored" && this.keeper.isStale)
                this.signedOut();
            this.#look("visible");
            this.outbox.kick();
            if (this.bootstrap.running || this.problem)
                this.bootstrap.start();
        }
        this.attention.refresh();
        this.progressed();
    }
    /** Also for what another tab has written or begun, and did not live to tell. */
    #look(reason) {
        if (this.webchat)
            void this.outbox.start();
        this.thread?.look(reason);
        if (this.keeper.session && !this.followed && !this.problem)
            this.bootstrap.start();
    }
}
//# sourceMappingURL=visit.js.map