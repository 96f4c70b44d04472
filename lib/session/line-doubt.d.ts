import type { Http } from "../api/http.js";
import type { ApplicationChannel } from "../channels/application-channel.js";
import type { Unsubscribe } from "../core/emitter.js";
/** Doubts the line of `http` whenever the socket beside it turns out to be dead. @returns a function that ends it */
export declare function doubtDeadLine(application: ApplicationChannel, http: Pick<Http, "doubtLine">): Unsubscribe;
