export {};
//# sourceMappingURL=webchat.js.map