import { strings } from "../../locales/en.js";
const formats = {};
const CLOCK = { hour: "numeric", minute: "2-digit" };
/** "14:05", the way the locale writes it. */
export function formatTime(time, locale) {
    return format(time, locale, CLOCK);
}
/** Day and time in full, for whoever wants to know exactly. */
export function formatFull(time, locale) {
    return format(time, locale, { dateStyle: "full", timeStyle: "short" });
}
/** "Today", "Yesterday", or the date; with the year where it is another one. @param now wall-clock milliseconds */
export function formatDay(time, locale, now) {
    const day = new Date(now);
    const year = time.getFullYear() === day.getFullYear() ? undefined : "numeric";
    if (sameDay(time, day))
        return strings.today;
    day.setDate(day.getDate() - 1);
    if (sameDay(time, day))
        return strings.yesterday;
    return format(time, locale, { weekday: "long", day: "numeric", month: "long", year });
}
/** When somebody will be back: the time, with the day where it is not today. `null` for no time, or one gone by. */
export function formatReturn(time, locale, now) {
    const back = new Date(time ?? now);
    if (!(+back > now))
        return null;
    return format(back, locale, { weekday: sameDay(back, new Date(now)) ? undefined : "long", ...CLOCK });
}
export function sameDay(a, b) {
    return a.toDateString() === b.toDateString();
}
/** Making one costs a hundred times what using one does, and a list uses one a row. */
function format(time, locale, options) {
    const key = locale + JSON.stringify(options);
    const made = formats[key] ?? new Intl.DateTimeFormat(locale, options);
    formats[key] = made;
    return made.format(time);
}
//# sourceMappingURL=format-time.js.map