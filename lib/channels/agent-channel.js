/** The intent to hear of every conversation of a webchat, whatever sockets come and go. */
export class AgentChannel {
    #options;
    #subscription = null;
    #confirmed = false;
    constructor(options) {
        this.#options = options;
    }
    get confirmed() {
        return this.#confirmed;
    }
    join() {
        const { application, identifier, events } = this.#options;
        this.#subscription ??= application.subscribe(identifier, {
            onSubscriptionConfirmed: () => {
                this.#confirmed = true;
                events.confirmed();
            },
            onDisconnect: () => {
                this.#confirmed = false;
                events.disconnected();
            },
            onRejected: () => {
                this.leave();
                events.rejected();
            },
            onReceived: (data) => events.received(data),
        });
    }
    leave() {
        this.#confirmed = false;
        this.#subscription?.unsubscribe();
        this.#subscription = null;
    }
}
//# sourceMappingURL=agent-channel.js.map