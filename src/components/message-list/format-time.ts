import { strings } from "../../locales/en.ts";

const formats = new Map<string, Intl.DateTimeFormat>();

/** "14:05", the way the locale writes it. */
export function formatTime(time: Date, locale: string): string {
  return format(locale, { hour: "numeric", minute: "2-digit" }).format(time);
}

/** Day and time in full, for whoever wants to know exactly. */
export function formatFull(time: Date, locale: string): string {
  return format(locale, { dateStyle: "full", timeStyle: "short" }).format(time);
}

/** "Today", "Yesterday", or the date; with the year where it is another one. @param now wall-clock milliseconds */
export function formatDay(time: Date, locale: string, now: number): string {
  const today = new Date(now);
  const yesterday = new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1);
  if (sameDay(time, today)) return strings.today;
  if (sameDay(time, yesterday)) return strings.yesterday;
  const year = time.getFullYear() === today.getFullYear() ? undefined : "numeric";
  return format(locale, { weekday: "long", day: "numeric", month: "long", year }).format(time);
}

/** When somebody will be back: the time, with the day where it is not today. `null` for no time, or one gone by. */
export function formatReturn(time: string | null, locale: string, now: number): string | null {
  const back = new Date(time ?? Number.NaN);
  if (!(back.getTime() > now)) return null;
  const day = sameDay(back, new Date(now)) ? undefined : "long";
  return format(locale, { weekday: day, hour: "numeric", minute: "2-digit" }).format(back);
}

export function sameDay(a: Date, b: Date): boolean {
  return a.getDate() === b.getDate() && a.getMonth() === b.getMonth() && a.getFullYear() === b.getFullYear();
}

/** Making one costs a hundred times what using one does, and a list uses one a row. */
function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const made = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, made);
  return made;
}
