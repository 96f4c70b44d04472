import { METHOD_NAMES } from "./method-names.js";
/** Runs what the page has queued, in order, and whatever it queues from now on at once. */
export function runCommands(scope, chat) {
    const earlier = scope.cablechat;
    if (earlier !== undefined && !Array.isArray(earlier))
        return;
    const push = (...commands) => {
        for (const command of commands)
            run(command, chat);
    };
    scope.cablechat = { push };
    push(...(earlier ?? []));
}
function run(command, chat) {
    try {
        if (typeof command === "function")
            command(chat);
        else
            call(command, chat);
    }
    catch (error) {
        // The named case: the page's own function, or what it asked for, failed. The next command still runs.
        reportError(error);
    }
}
function call([name, ...args], chat) {
    if (!METHOD_NAMES.includes(name)) {
        throw new TypeError(`cablechat has no command "${name}"`);
    }
    const result = chat[name]?.(...args);
    Promise.resolve(result).catch((error) => reportError(error));
}
//# sourceMappingURL=command-queue.js.map