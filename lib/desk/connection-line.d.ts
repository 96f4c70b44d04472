import { type TemplateResult } from "lit";
import type { ConnectionStatus } from "../core/connection-status.js";
/** How the desk reaches its backend, and what has not reached it. @param unsent how many messages */
export declare function renderConnectionLine(status: ConnectionStatus, unsent: number): TemplateResult;
