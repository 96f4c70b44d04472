export const UNREACHABLE = "We cannot reach the chat. Please check your connection and try again.";

/** Fetched with the first problem. */
export const problemStrings = {
  problemNotHere: "This chat is not set up for this website.",
  problemRefused: "The chat has refused the connection. Please reload the page.",
  problemOther: "Something went wrong on our side. Please try again in a moment.",
};
