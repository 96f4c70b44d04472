import { formatDay, sameDay } from "./format-time.js";
const GROUP_MS = 5 * 60_000;
/**
 * Groups a list by day, and by author within five minutes.
 * A message without a time is being sent: it is of now.
 *
 * @param now wall-clock milliseconds
 */
export function groupMessages(messages, locale, now) {
    let before;
    const rows = messages.map((message) => {
        const time = new Date(message.createdAt ?? now);
        const newDay = !before || !sameDay(time, before.time);
        const first = newDay || !before || !sameAuthor(message, before.message) || +time - +before.time > GROUP_MS;
        before = { time, message };
        return { message, day: newDay ? formatDay(time, locale, now) : null, first };
    });
    return rows.map((row, index) => ({ ...row, last: rows[index + 1]?.first ?? true }));
}
function sameAuthor({ author: a }, { author: b }) {
    return a.type === b.type && (a.type === "visitor" || a.id === b.id);
}
//# sourceMappingURL=group-messages.js.map