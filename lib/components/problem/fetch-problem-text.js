import { UNREACHABLE } from "../../locales/en.js";
import { fetched } from "../fetched.js";
/** @returns what tells of a problem in words; they are fetched with the first one */
export function fetchProblemText(host) {
    const words = fetched(host, () => import("./problem.js").then(({ problemText }) => problemText, 
    // The named case: it does not load, as little as anything else of the network.
    () => () => UNREACHABLE));
    return (problem) => words()?.(problem) ?? "";
}
//# sourceMappingURL=fetch-problem-text.js.map