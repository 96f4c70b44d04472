import type { CablechatError } from "../../core/errors.js";
import type { ControllerHost } from "../widget-element.js";
/** @returns what tells of a problem in words; they are fetched with the first one */
export declare function fetchProblemText(host: ControllerHost): (problem: CablechatError) => string;
