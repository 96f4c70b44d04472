import type { BrowserLock } from "../core/ports.js";
/**
 * One holder at a time for the whole browser, through Web Locks. Where there are none (plain HTTP, site data denied),
 * through leases, which few browsers need and which are fetched where one does.
 */
export declare const tabLock: BrowserLock;
