import { unsafeCSS } from "lit";
import { avatarCss } from "../components/avatar/avatar.styles.js";
import { composerCss } from "../components/composer/composer.styles.js";
import { filesCss } from "../components/files/files.styles.js";
import { messageBubbleCss } from "../components/message-bubble/message-bubble.styles.js";
import { messageListCss } from "../components/message-list/message-list.styles.js";
import { typingCss } from "../components/typing/typing.styles.js";
import { conversationListStyles } from "./conversation-list/conversation-list.styles.js";
import { conversationPaneStyles } from "./conversation-pane/conversation-pane.styles.js";
import { deskStyles } from "./desk.styles.js";
import { visitorDetailsStyles } from "./visitor-details/visitor-details.styles.js";
/** Everything in the element's shadow root: the frame, the widget's pieces in it, and what the desk has besides. */
export const cablechatDeskStyles = [
    deskStyles,
    // Constants of this package, written as plain strings because the widget adopts them without Lit.
    ...[avatarCss, messageBubbleCss, messageListCss, composerCss, filesCss, typingCss].map(unsafeCSS),
    conversationListStyles,
    conversationPaneStyles,
    visitorDetailsStyles,
];
//# sourceMappingURL=cablechat-desk.styles.js.map