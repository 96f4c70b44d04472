import { CablechatError } from "./errors.js";
/**
 * What a call came to: its result, or the `CablechatError` it failed with. Any other error is a fault of ours and is
 * thrown on, to be seen.
 */
export async function outcomeOf(call) {
    try {
        return await call;
    }
    catch (error) {
        if (error instanceof CablechatError)
            return error;
        throw error;
    }
}
//# sourceMappingURL=outcome.js.map