import type { Clock } from "../../core/ports.js";
import { createFiles } from "../files/create-files.js";
import type { ExtrasChats } from "./fetch-extras.js";
type FilesHost = Parameters<typeof createFiles>[0];
/** What few visitors need, or nobody at once: files, a sound, a chat that opens by itself. */
export declare function createExtras(host: FilesHost & Pick<Element, "hasAttribute">, chats: ExtrasChats, composer: Parameters<typeof createFiles>[2], clock: Pick<Clock, "setTimeout">): void;
export {};
