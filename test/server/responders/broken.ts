/** No responder: what it exports has another name. */
export const answer = (): string => "nobody calls this";
