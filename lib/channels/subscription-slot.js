export {};
//# sourceMappingURL=subscription-slot.js.map