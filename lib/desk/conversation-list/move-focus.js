/** Arrows, Home and End move the focus among the conversations; Enter is the button's own. */
export function moveFocus(event) {
    const list = event.currentTarget;
    const stops = [...list.querySelectorAll("[data-conversation-id]")];
    const present = stops.indexOf(event.target);
    const next = stops[targetOf(event.key, present, stops.length - 1)];
    if (present === -1 || !next)
        return;
    event.preventDefault();
    next.focus();
}
function targetOf(key, present, last) {
    if (key === "ArrowDown")
        return Math.min(present + 1, last);
    if (key === "ArrowUp")
        return Math.max(present - 1, 0);
    if (key === "Home")
        return 0;
    return key === "End" ? last : -1;
}
//# sourceMappingURL=move-focus.js.map