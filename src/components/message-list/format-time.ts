import { strings } from "../../locales/en.ts";

const formats: Record<string, Intl.DateTimeFormat> = {};
const CLOCK = { hour: "numeric", minute: "2-digit" } as const;

/** "14:05", the way the locale writes it. */
export function formatTime(time: Date, locale: string): string {
  return format(time, locale, CLOCK);
}

/** Day and time in full, for whoever wants to know exactly. */
export function formatFull(time: Date, locale: string): string {
  return format(time, locale, { dateStyle: "full", timeStyle: "short" });
}

/** "Today", "Yesterday", or the date; with the year where it is another one. @param now wall-clock milliseconds */
export function formatDay(time: Date, locale: string, now: number): string {
  const day = new Date(now);
  const year = time.getFullYear() === day.getFullYear() ? undefined : "numeric";
  if (sameDay(time, day)) return strings.today;
  day.setDate(day.getDate() - 1);
  if (sameDay(time, day)) return strings.yesterday;
  return format(time, locale, { weekday: "long", day: "numeric", month: "long", year });
}

/** When somebody will be back: the time, with the day where it is not today. `null` for no time, or one gone by. */
export function formatReturn(time: string | null, locale: string, now: number): string | null {
  const back = new Date(time ?? now);
  if (!(+back > now)) return null;
  return format(back, locale, { weekday: sameDay(back, new Date(now)) ? undefined : "long", ...CLOCK });
}

export function sameDay(a: Date, b: Date): boolean {
  return a.toDateString() === b.toDateString();
}

/** Making one costs a hundred times what using one does, and a list uses one a row. */
function format(time: Date, locale: string, options: Intl.DateTimeFormatOptions): string {
  const key = locale + JSON.stringify(options);
  const made = formats[key] ?? new Intl.DateTimeFormat(locale, options);
  formats[key] = made;
  return made.format(time);
}
