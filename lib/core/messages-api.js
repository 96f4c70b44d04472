export {};
//# sourceMappingURL=messages-api.js.map