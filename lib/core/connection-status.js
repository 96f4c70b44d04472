export {};
//# sourceMappingURL=connection-status.js.map