/** Arrows, Home and End move the focus among the conversations; Enter is the button's own. */
export function moveFocus(event: KeyboardEvent): void {
  const list = event.currentTarget as HTMLElement;
  const stops = [...list.querySelectorAll<HTMLElement>("[data-conversation-id]")];
  const present = stops.indexOf(event.target as HTMLElement);
  const next = stops[targetOf(event.key, present, stops.length - 1)];
  if (present === -1 || !next) return;
  event.preventDefault();
  next.focus();
}

function targetOf(key: string, present: number, last: number): number {
  if (key === "ArrowDown") return Math.min(present + 1, last);
  if (key === "ArrowUp") return Math.max(present - 1, 0);
  if (key === "Home") return 0;
  return key === "End" ? last : -1;
}
