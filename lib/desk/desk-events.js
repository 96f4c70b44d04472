export {};
//# sourceMappingURL=desk-events.js.map