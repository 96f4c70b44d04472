const UNCLEAR = ["not_json", "invalid_response"];
/** A captive portal's page, or an answer cut short: from an endpoint that is right, the next one may well be whole. */
export function isUnclear({ code }) {
    return UNCLEAR.includes(code);
}
//# sourceMappingURL=unclear.js.map