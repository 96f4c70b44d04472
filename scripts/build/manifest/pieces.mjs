/** What both elements draw of a conversation, by the same templates. */
const CONVERSATION = {
  day: "the day, before its first message",
  author: "who has written it",
  avatar: "the author's picture or initial",
  bubble: "the text of a message",
  link: "an address in it",
  attachment: "a file of a message",
  image: "a picture among them",
  status: "the line below: the time, or what becomes of the message",
  time: "when it was written",
  retry: "the button that sends a failed message again",
  delete: "the button that gives it up",
  typing: "that somebody writes just now",
  "new-messages": "the button down to what has come meanwhile",
  composer: "where the text is written",
  note: "what is to be said about the text, below it",
};

/**
 * What an element has by the pieces it is made of, beside what the class's own comment names: there it would be a
 * second screen of it.
 *
 * @type {Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>}
 */
export const PIECES = {
  "cable-chat": {
    cssParts: {
      ...CONVERSATION,
      "launcher-icon": "the picture on the launcher",
      "launcher-label": "the text on it",
      "launcher-note": "what went wrong, beside it",
      title: "the name in the header",
      availability: "whether somebody is there",
      close: "the close button",
      greeting: "the first words, before any message",
      empty: "what stands there while there is no message",
      loading: "that messages are being fetched",
      "load-older": "the button that tries for older messages again",
      problem: "why there is no chat",
      "try-again": "the button below it",
      drop: "where files can be dropped",
      "remove-file": "the button that takes a file out of the tray",
    },
  },
  "cablechat-desk": {
    events: {
      "cablechat:catchup": "a catch-up has begun, got on or ended; for who wants to watch the works",
    },
    cssParts: {
      ...CONVERSATION,
      status: "the line about the connection; also the line below a message",
      desk: "all of it",
      "sign-out": "the button that ends the agent's session",
      problem: "why there is no desk",
      notice: "what has failed",
      search: "the field that looks for conversations",
      unread: "the number of unread messages of a conversation",
      close: "the button that closes the conversation",
      reopen: "the button that opens it again",
      "cancel-edit": "the button that leaves a sent message as it is",
      edit: "the button that changes a message",
      remove: "the button that deletes one",
      seen: "that the visitor has read it",
      assign: "the button that takes the conversation",
      release: "the button that gives it back",
    },
    cssProperties: {
      "--cablechat-accent": "what is chosen, the main buttons, own bubbles",
      "--cablechat-on-accent": "text on the accent",
      "--cablechat-surface": "the panes' background",
      "--cablechat-text": "their text",
      "--cablechat-muted": "times and notes",
      "--cablechat-soft": "the others' bubbles",
      "--cablechat-line": "borders",
      "--cablechat-font": "the font family",
    },
  },
};
