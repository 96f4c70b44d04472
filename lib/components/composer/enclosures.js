export {};
//# sourceMappingURL=enclosures.js.map