import type { Http } from "../api/http.ts";
import type { ApplicationChannel, ReplaceReason } from "../channels/application-channel.ts";
import type { Unsubscribe } from "../core/emitter.ts";

/** The socket went without a word: what else is kept open over the same line is likely as dead. */
const WORDLESS: readonly ReplaceReason[] = ["silent", "slept", "page"];

/** Doubts the line of `http` whenever the socket beside it turns out to be dead. @returns a function that ends it */
export function doubtDeadLine(application: ApplicationChannel, http: Pick<Http, "doubtLine">): Unsubscribe {
  return application.on("replaced", (reason) => WORDLESS.includes(reason) && http.doubtLine());
}
