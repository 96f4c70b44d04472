/**
 * The intent to follow one conversation, whatever sockets come and go.
 * A new conversation is subscribed to before the old one is left, so that there is no moment of hearing nothing.
 */
export class WebchatChannel {
    #options;
    #followed = null;
    /** The last one is of the conversation followed; those before it are left when that is confirmed. */
    #held = [];
    #confirmed = false;
    constructor(options) {
        this.#options = options;
    }
    /** The conversation that is wanted; `null` for none. */
    get followed() {
        return this.#followed;
    }
    get confirmed() {
        return this.#confirmed;
    }
    /** Follows `conversation` from now on. */
    follow(conversation) {
        if (conversation === this.#followed)
            return;
        this.#followed = conversation;
        this.#confirmed = false;
        const subscription = this.#subscribe(conversation);
        // Whoever was told of the new socket may want something else already.
        if (this.#followed === conversation)
            this.#held.push(subscription);
        else
            subscription.unsubscribe();
    }
    /** Follows nothing any more. */
    leave() {
        this.#followed = null;
        this.#confirmed = false;
        this.#drop(this.#held.length);
    }
    perform(action, data) {
        this.#held.at(-1)?.perform(action, data);
    }
    #subscribe(conversation) {
        const { application, identifier, events } = this.#options;
        const ifWanted = (what) => () => {
            if (this.#followed === conversation)
                what();
        };
        return application.subscribe(identifier(conversation), {
            onSubscriptionConfirmed: ifWanted(() => {
                this.#confirmed = true;
                this.#drop(this.#held.length - 1);
                events.confirmed();
            }),
            onDisconnect: ifWanted(() => {
                this.#confirmed = false;
                events.disconnected();
            }),
            onRejected: ifWanted(() => {
                this.leave();
                events.rejected();
            }),
            onReceived: (data) => events.received(conversation, data),
        });
    }
    #drop(count) {
        for (const old of this.#held.splice(0, count))
            old.unsubscribe();
    }
}
//# sourceMappingURL=webchat-channel.js.map