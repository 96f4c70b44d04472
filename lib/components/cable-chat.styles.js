import { avatarCss } from "./avatar/avatar.styles.js";
import { bannerCss } from "./banner/banner.styles.js";
import { composerCss } from "./composer/composer.styles.js";
import { headerCss } from "./header/header.styles.js";
import { launcherCss } from "./launcher/launcher.styles.js";
import { messageBubbleCss } from "./message-bubble/message-bubble.styles.js";
import { messageListCss } from "./message-list/message-list.styles.js";
/** What its pieces stand on. */
const baseCss = /* css */ `
  .panel * {
    box-sizing: border-box;
    margin: 0;
  }
`;
/** The panel itself; its pieces bring their own. */
const panelCss = /* css */ `
  .panel {
    all: initial;
    position: fixed;
    inset: var(--_inset);
    margin: 68px 0;
    display: flex;
    flex-direction: column;
    box-sizing: border-box;
    overflow: hidden;
    width: min(var(--cablechat-width, 384px), 100vw - 2 * var(--_gap));
    height: min(var(--cablechat-height, 660px), 100dvh - 2 * var(--_gap) - 68px);
    border-radius: var(--cablechat-radius, var(--_theme-radius, 16px));
    background: var(--_surface);
    color: var(--_text);
    box-shadow: 0 0 0 1px #8883, var(--_shadow);
    font: 15px / 1.45 var(--_font);
    animation: cc-rise 0.2s;
    color-scheme: light dark;
    --_surface: var(--cablechat-surface, light-dark(#fff, #17191f));
    --_text: var(--cablechat-text, light-dark(#1b1f27, #eceef2));
    --_muted: var(--cablechat-muted, light-dark(#5d6675, #a3abb9));
    --_soft: var(--cablechat-soft, light-dark(#f0f2f5, #272b34));
    --_line: var(--cablechat-line, light-dark(#e3e6eb, #31363f));
    --_danger: light-dark(#b3261e, #ff9d95);
  }
  :host([theme="light"]) .panel {
    color-scheme: light;
  }
  :host([theme="dark"]) .panel {
    color-scheme: dark;
  }
  :host([hide-launcher]) .panel {
    margin: 0;
  }
  :host([position="inline"]) {
    position: relative;
    z-index: auto;
    height: 100%;
  }
  :host([position="inline"]) .panel {
    position: static;
    margin: 0;
    width: 100%;
    height: 100%;
    min-height: 320px;
    box-shadow: none;
    border: 1px solid var(--_line);
  }
  .panel svg {
    flex: none;
    width: 1.2em;
    height: 1.2em;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .panel :focus-visible,
  .field:focus-within {
    outline: 2px solid;
    outline-offset: -2px;
  }
  .vh {
    position: absolute;
    clip-path: inset(50%);
  }
  @keyframes cc-rise {
    from {
      opacity: 0;
      transform: translateY(12px);
    }
  }
  @media (max-width: 480px) {
    :host(:not([position="inline"])) .panel {
      inset: 0;
      margin: 0;
      width: 100vw;
      height: 100dvh;
      border-radius: 0;
      padding: env(safe-area-inset-top) 0 env(safe-area-inset-bottom);
    }
    :host([open]:not([position="inline"])) .launcher {
      display: none;
    }
    textarea {
      font-size: 16px;
    }
  }
  @media (forced-colors: active) {
    .panel,
    .bubble,
    .banner,
    .pill,
    .quiet,
    .send {
      border: 1px solid;
    }
  }
`;
/** Everything in the element's shadow root. The host's own rule is the first. */
export const cableChatCss = [
    launcherCss,
    baseCss,
    avatarCss,
    headerCss,
    bannerCss,
    messageListCss,
    messageBubbleCss,
    composerCss,
    panelCss,
].join("");
//# sourceMappingURL=cable-chat.styles.js.map