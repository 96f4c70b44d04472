import { unanswered } from "./unanswered.js";
/**
 * A module that only few visitors need. That it cannot be had now (no network, or a deploy just now) is no fault of who
 * needs it: a failed import is a failure like any other of the network's, and may heal.
 *
 * @throws CablechatError `network`, retryable
 */
export function onDemand(loading) {
    return loading.catch((cause) => {
        throw unanswered("network", cause);
    });
}
//# sourceMappingURL=on-demand.js.map