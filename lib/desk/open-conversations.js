/**
 * So many stay subscribed after the agent has turned to another: going back shows what came meanwhile, at once.
 * And a left identifier must not be used again on the same socket, so leaving each would cost a socket a click.
 */
const KEPT = 10;
/** The conversations an agent has opened, the one looked at among them. */
export class OpenConversations {
    /** In the order they were last looked at. */
    #open = new Map();
    #selected = null;
    get selected() {
        return this.#selected;
    }
    get all() {
        return [...this.#open.values()];
    }
    byId(id) {
        return this.#open.get(id) ?? null;
    }
    select(next) {
        if (next === this.#selected)
            return;
        this.#selected?.setOpen(false);
        this.#selected = next;
        if (!next)
            return;
        this.#open.delete(next.id);
        this.#open.set(next.id, next);
        next.setOpen(true);
        const [oldest] = this.#open.values();
        if (this.#open.size > KEPT && oldest) {
            this.#open.delete(oldest.id);
            oldest.destroy();
        }
    }
    clear() {
        for (const conversation of this.#open.values())
            conversation.destroy();
        this.#open.clear();
        this.#selected = null;
    }
}
//# sourceMappingURL=open-conversations.js.map