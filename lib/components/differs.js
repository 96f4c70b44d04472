/** Whether anything in `now` is another than it was `before`. */
export function differs(before, now) {
    return now.some((value, index) => value !== before[index]);
}
//# sourceMappingURL=differs.js.map