import { unsafeCSS } from "lit";
import { avatarCss } from "../components/avatar/avatar.styles.ts";
import { composerCss } from "../components/composer/composer.styles.ts";
import { filesCss } from "../components/files/files.styles.ts";
import { messageBubbleCss } from "../components/message-bubble/message-bubble.styles.ts";
import { messageListCss } from "../components/message-list/message-list.styles.ts";
import { typingCss } from "../components/typing/typing.styles.ts";
import { conversationListStyles } from "./conversation-list/conversation-list.styles.ts";
import { conversationPaneStyles } from "./conversation-pane/conversation-pane.styles.ts";
import { deskStyles } from "./desk.styles.ts";
import { visitorDetailsStyles } from "./visitor-details/visitor-details.styles.ts";

/** Everything in the element's shadow root: the frame, the widget's pieces in it, and what the desk has besides. */
export const cablechatDeskStyles = [
  deskStyles,
  // Constants of this package, written as plain strings because the widget adopts them without Lit.
  ...[avatarCss, messageBubbleCss, messageListCss, composerCss, filesCss, typingCss].map(unsafeCSS),
  conversationListStyles,
  conversationPaneStyles,
  visitorDetailsStyles,
];
