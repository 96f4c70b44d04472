export {};
//# sourceMappingURL=chat-view.js.map