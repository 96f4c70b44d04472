import type { CablechatError } from "../../core/errors.ts";
import { UNREACHABLE } from "../../locales/en.ts";
import { fetched } from "../fetched.ts";
import type { ControllerHost } from "../widget-element.ts";

/** @returns what tells of a problem in words; they are fetched with the first one */
export function fetchProblemText(host: ControllerHost): (problem: CablechatError) => string {
  const words = fetched(host, () =>
    import("./problem.ts").then(
      ({ problemText }) => problemText,
      // The named case: it does not load, as little as anything else of the network.
      () => () => UNREACHABLE,
    ),
  );
  return (problem) => words()?.(problem) ?? "";
}
