/** Whether `head` is of before `known`: broadcasts may overtake each other, and answers too. */
export function isOlderHead(head, known) {
    const [revision, knownRevision] = [head.conversation.revision, known.conversation.revision];
    return revision !== null && knownRevision !== null && revision < knownRevision;
}
//# sourceMappingURL=conversation-head.js.map