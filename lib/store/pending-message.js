/** @param own whose it is */
export function shownPending({ clientId, body, files = [], error }, own) {
    return {
        key: clientId,
        id: null,
        clientId,
        conversation: null,
        revision: null,
        author: { type: own, id: null, name: null, avatarUrl: null },
        state: "complete",
        body,
        chunk: null,
        attachments: files,
        reactions: [],
        createdAt: null,
        editedAt: null,
        delivery: error ? "failed" : "pending",
        error,
        stopping: false,
    };
}
//# sourceMappingURL=pending-message.js.map