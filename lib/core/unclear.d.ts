import type { CablechatError } from "./errors.js";
/** A captive portal's page, or an answer cut short: from an endpoint that is right, the next one may well be whole. */
export declare function isUnclear({ code }: CablechatError): boolean;
