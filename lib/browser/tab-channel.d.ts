import type { TabChannel } from "../core/ports.js";
/**
 * A `BroadcastChannel`, which every browser has that can read this script. Where site data is denied it is denied too:
 * then nothing is told, as nothing is shared.
 */
export declare function tabChannel(name: string, heard: (news: unknown) => void): TabChannel;
