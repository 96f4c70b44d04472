/** "14:05", the way the locale writes it. */
export declare function formatTime(time: Date, locale: string): string;
/** Day and time in full, for whoever wants to know exactly. */
export declare function formatFull(time: Date, locale: string): string;
/** "Today", "Yesterday", or the date; with the year where it is another one. @param now wall-clock milliseconds */
export declare function formatDay(time: Date, locale: string, now: number): string;
/** When somebody will be back: the time, with the day where it is not today. `null` for no time, or one gone by. */
export declare function formatReturn(time: string | null, locale: string, now: number): string | null;
export declare function sameDay(a: Date, b: Date): boolean;
