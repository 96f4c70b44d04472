/** Every way a request is refused (protocol/README.md, "Errors"). */
export type ProblemCode =
  | "invalid"
  | "invalid_json"
  | "invalid_session"
  | "session_expired"
  | "invalid_identity"
  | "invalid_token"
  | "origin_not_allowed"
  | "unknown_webchat"
  | "unknown_cursor"
  | "not_found"
  | "method_not_allowed"
  | "payload_too_large"
  | "unsupported_media_type"
  | "too_many_requests"
  | "server_error"
  | "unavailable";

const KINDS: Readonly<Record<ProblemCode, readonly [status: number, title: string]>> = {
  invalid: [422, "The request breaks a rule"],
  invalid_json: [400, "The body is not JSON"],
  invalid_session: [401, "The session is not usable"],
  session_expired: [401, "The session has ended"],
  invalid_identity: [401, "The identity could not be verified"],
  invalid_token: [401, "The agent's token is not valid"],
  origin_not_allowed: [403, "This site may not use this webchat"],
  unknown_webchat: [404, "There is no such webchat"],
  unknown_cursor: [404, "The place asked from is not known"],
  not_found: [404, "There is nothing here"],
  method_not_allowed: [405, "This cannot be done here"],
  payload_too_large: [413, "Too large"],
  unsupported_media_type: [415, "This type is not accepted"],
  too_many_requests: [429, "Too many requests"],
  server_error: [500, "Something went wrong on the server"],
  unavailable: [503, "The server is stopping"],
};

export interface ProblemDetails {
  /** The complaints per field, each with its remedy. */
  readonly errors?: Readonly<Record<string, readonly string[]>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A refusal, answered as `application/problem+json` (RFC 9457). */
export class Problem extends Error {
  override readonly name = "Problem";
  readonly code: ProblemCode;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly #errors: ProblemDetails["errors"];

  /** @param detail what happened and what helps, for a developer */
  constructor(code: ProblemCode, detail: string, { errors, headers = {} }: ProblemDetails = {}) {
    super(detail);
    this.code = code;
    this.status = KINDS[code][0];
    this.headers = headers;
    this.#errors = errors;
  }

  toJSON(): object {
    const { code, status, message: detail } = this;
    const errors = this.#errors ? { errors: this.#errors } : {};
    return { type: `urn:cablechat:problem:${code}`, title: KINDS[code][1], status, detail, code, ...errors };
  }
}

/** Nothing there, or somebody else's: the two are told apart by nobody. */
export function notFound(what: string): Problem {
  return new Problem("not_found", `There is no such ${what}.`);
}

/** One field is not as it should be. */
export function invalidField(field: string, complaint: string): Problem {
  return new Problem("invalid", `${field} ${complaint}.`, { errors: { [field]: [complaint] } });
}
