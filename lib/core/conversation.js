export {};
//# sourceMappingURL=conversation.js.map