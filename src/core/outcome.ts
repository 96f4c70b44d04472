import { CablechatError } from "./errors.ts";

/**
 * What a call came to: its result, or the `CablechatError` it failed with. Any other error is a fault of ours and is
 * thrown on, to be seen.
 */
export async function outcomeOf<T>(call: Promise<T>): Promise<T | CablechatError> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof CablechatError) return error;
    throw error;
  }
}
