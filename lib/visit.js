import { sharedChannel } from "./channels/shared-channels.js";
import { cableUrl } from "./core/cable-url.js";
import { CablechatError } from "./core/errors.js";
import { Sending } from "./sending.js";
import { Attention } from "./session/attention.js";
import { BootstrapLoop } from "./session/bootstrap-loop.js";
import { connectionStatus } from "./session/connection-report.js";
import { Typing } from "./session/typing.js";
import { Thread } from "./thread.js";
const MAX_REJECTIONS = 3;
/** What happens between a visitor and one webchat: joins bootstrap, thread and attention to what is sent. */
export class Visit extends Sending {
    /** The settings; `null` before the bootstrap has answered. */
    webchat = null;
    connection = { state: "idle" };
    /** What keeps the chat from working, for the visitor to be told; `null` when nothing does. */
    problem = null;
    thread = null;
    #options;
    #wasConfirmed = false;
    #replaceAll = false;
    /** The conversation of the last message sent: a bootstrap that was asked for before may not know it. */
    #sentTo = null;
    /** Messages that `message` has told of: once each, also when everything is loaded anew. */
    #told = new Set();
    #rejections = 0;
    constructor(options, ports) {
        super(options, ports);
        this.#options = options;
        this.bootstrap = new BootstrapLoop(ports, {
            load: (signal) => this.webchats.bootstrap(signal),
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
            look: () => this.thread?.look("interval"),
            report: (messageId) => this.webchats.seen(messageId, this.life.signal),
        });
        this.typists = new Typing(ports.clock, {
            changed: () => this.changed(),
            tell: (state) => this.thread?.perform("typing", { state }),
        });
        this.untilOver(ports.lifecycle.listen((event) => this.#onPageEvent(event)));
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
    /** Nothing is left of the visitor here. */
    signedOut() {
        this.#leave();
        this.keeper.leave();
        this.outbox.leave();
        this.store.clear();
        this.attention.forget();
        this.#wasConfirmed = false;
        this.#told.clear();
        this.events.emit("conversation", { conversation: null });
        this.#progressed();
    }
    /** The settings are needed now. What is left unsent is looked for without a session too: it may have been written first. */
    begin() {
        if (this.over)
            return;
        void this.outbox.start();
        if (!this.webchat || this.problem)
            this.bootstrap.start();
        this.#progressed();
    }
    /** What is known is wrong: the bootstrap tells anew. */
    startOver() {
        this.#replaceAll = true;
        this.bootstrap.doubt();
        this.#progressed();
    }
    changed() {
        if (this.over)
            return;
        this.attention.count();
        this.events.emit("change", {});
    }
    fail(error) {
        if (error.code !== "aborted")
            this.events.emit("error", { error });
        this.#progressed();
    }
    sentTo(conversation) {
        const { thread, bootstrap } = this;
        if (conversation === null || (bootstrap.running ? conversation !== this.#sentTo : !thread))
            bootstrap.restart();
        else if (thread && thread.followed !== conversation)
            thread.follow(conversation, 0, []);
        this.#sentTo = conversation;
        this.#progressed();
    }
    #leave() {
        this.bootstrap.stop();
        this.typists.clear();
        this.thread?.leave();
    }
    #loaded({ webchat, cable, session, conversation, messages, revision, hasMoreBefore }) {
        const first = this.webchat === null;
        this.webchat = webchat;
        this.problem = null;
        this.thread ??= this.#newThread(cable);
        if (this.#replaceAll)
            this.store.clearReceived();
        this.#replaceAll = false;
        this.takeHistory(messages, hasMoreBefore);
        if (session?.identified)
            this.events.emit("identified", session);
        // Whoever was told so far may have ended it all.
        if (conversation && !this.over) {
            this.thread.follow(conversation, revision, messages);
            this.#onConversation(conversation);
        }
        else
            this.thread.leave();
        if (first)
            this.events.emit("ready", {});
        this.#progressed();
    }
    #newThread(settings) {
        const { webchat: id, endpoint } = this.#options;
        const { channel = settings.channel, cable = cableUrl(settings.url, endpoint) } = this.#options;
        const application = sharedChannel(cable, this.ports, this.#options);
        this.application = application;
        this.attention.setApplication(application);
        this.untilOver(application.on("status", () => this.#progressed()));
        this.untilOver(application.on("replaced", (wordless) => wordless && this.http.doubtLine()));
        return new Thread({
            application,
            identifier: (conversation) => ({ channel, id, session: this.keeper.session ?? "", conversation }),
            api: this.webchats,
            store: this.store,
            ports: this.ports,
            events: {
                changed: () => this.changed(),
                inserted: (message) => {
                    this.tell({ message });
                    this.onInserted(message);
                },
                conversation: (conversation) => this.#onConversation(conversation),
                typing: (author, started) => {
                    if (author.type !== "visitor")
                        this.typists.heard(author, started);
                },
                progressed: () => this.#onProgress(),
                catchup: (phase, reason, messages) => this.events.emit("catchup", { phase, reason, messages }),
                lost: () => this.startOver(),
                rejected: () => this.#onRejected(),
                failed: (error) => this.fail(error),
            },
        });
    }
    onInserted(received) {
        const { id, author, state } = received;
        this.outbox.acknowledge(received);
        this.typists.heard(author, false);
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
        if (this.thread?.confirmed) {
            this.#wasConfirmed = true;
            this.outbox.kick();
            void this.attention.report();
        }
        if (this.thread?.caughtUp) {
            this.#rejections = 0;
            this.bootstrap.held();
        }
        this.#progressed();
    }
    /** The conversation may have moved to another one; a bootstrap tells. Not for ever: a wrong set-up never heals. */
    #onRejected() {
        this.#rejections += 1;
        if (this.#rejections < MAX_REJECTIONS)
            this.startOver();
        this.fail(new CablechatError("subscription_rejected", "The subscription was refused."));
    }
    /** Whoever comes back, and whatever network does, may find more than before. */
    #onPageEvent(event) {
        if (event !== "hidden" && event !== "offline") {
            // What other tabs have told a page that was put away has not reached it.
            if (event === "restored" && this.keeper.isStale)
                this.signedOut();
            if (this.webchat)
                void this.outbox.start();
            this.thread?.look("visible");
            this.outbox.kick();
            // The session may be another tab's, which did not live to tell.
            const isMissing = this.keeper.session && !this.thread?.followed;
            if (isMissing || this.bootstrap.running || this.problem)
                this.bootstrap.start();
        }
        this.attention.refresh();
        this.#progressed();
    }
    #progressed() {
        if (this.over)
            return;
        const { thread } = this;
        const status = connectionStatus({
            online: this.ports.lifecycle.online,
            bootstrap: this.bootstrap,
            channel: (thread?.followed && this.application?.status) || { state: "idle" },
            thread,
            wasConfirmed: this.#wasConfirmed,
        });
        if (JSON.stringify(status) !== JSON.stringify(this.connection)) {
            this.connection = status;
            this.events.emit("connection", status);
        }
        this.changed();
    }
}
//# sourceMappingURL=visit.js.map