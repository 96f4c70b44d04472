/** The socket went without a word: what else is kept open over the same line is likely as dead. */
const WORDLESS = ["silent", "slept", "page"];
/** Doubts the line of `http` whenever the socket beside it turns out to be dead. @returns a function that ends it */
export function doubtDeadLine(application, http) {
    return application.on("replaced", (reason) => WORDLESS.includes(reason) && http.doubtLine());
}
//# sourceMappingURL=line-doubt.js.map