import type { BrowserLock } from "../core/ports.js";
/**
 * One holder at a time for the whole browser, through Web Locks. Where there are none (plain HTTP), through leases.
 * Where site data is denied, one at a time for this page: sending is idempotent, so two tabs at once cost a request,
 * not a message.
 */
export declare const tabLock: BrowserLock;
