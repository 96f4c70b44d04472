import { css, unsafeCSS } from "lit";
import { avatarStyles } from "./avatar/avatar.styles.ts";
import { bannerStyles } from "./banner/banner.styles.ts";
import { composerStyles } from "./composer/composer.styles.ts";
import { headerStyles } from "./header/header.styles.ts";
import { launcherCss } from "./launcher/launcher.styles.ts";
import { messageBubbleStyles } from "./message-bubble/message-bubble.styles.ts";
import { messageListStyles } from "./message-list/message-list.styles.ts";

/** The panel itself; its pieces bring their own. */
const panelStyles = css`
.panel{all:initial;position:fixed;right:calc(var(--_gap) + env(safe-area-inset-right,0px));bottom:calc(var(--_gap) + 68px + env(safe-area-inset-bottom,0px));
display:flex;flex-direction:column;box-sizing:border-box;width:min(var(--cablechat-width,384px),100vw - 2*var(--_gap));
height:min(var(--cablechat-height,660px),100dvh - 2*var(--_gap) - 68px);overflow:hidden;border-radius:var(--_radius);
background:var(--_surface);color:var(--_text);box-shadow:var(--_shadow);font:400 15px/1.45 var(--_font);animation:cc-rise .2s cubic-bezier(.2,.8,.3,1);
--_field:#8a93a3;color-scheme:inherit;-webkit-font-smoothing:antialiased}
:host([hide-launcher]) .panel{bottom:calc(var(--_gap) + env(safe-area-inset-bottom,0px))}
:host([position=bottom-left]) .panel,:host([position=top-left]) .panel{right:auto;left:calc(var(--_gap) + env(safe-area-inset-left,0px))}
:host([position^=top]) .panel{bottom:auto;top:calc(var(--_gap) + 68px + env(safe-area-inset-top,0px))}
:host([position=inline]){position:relative;z-index:auto;height:100%}
:host([position=inline]) .panel{position:relative;inset:auto;width:100%;height:100%;min-height:320px;animation:none;box-shadow:none;border:1px solid var(--_line)}
svg{flex:none;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
.panel :focus-visible{outline:2px solid var(--_accent);outline-offset:2px}
.panel textarea:focus-visible{outline:none}
.header :focus-visible{outline-color:var(--_on-accent);outline-offset:-3px}
.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@keyframes cc-rise{from{opacity:0;transform:translateY(12px) scale(.98)}}
@media (max-width:480px){
:host(:not([position=inline])) .panel{inset:0;width:100vw;height:100dvh;border-radius:0;--_inset-top:env(safe-area-inset-top,0px);--_inset-bottom:env(safe-area-inset-bottom,0px)}
:host([open]:not([position=inline])) .launcher{display:none}
textarea{font-size:16px}}
@media (forced-colors:active){.panel,.bubble,.banner,.pill,.quiet,.send{border:1px solid CanvasText}.header{border-bottom:1px solid CanvasText}.send:disabled{border-color:GrayText}}
`;

/** Everything in the element's shadow root. The launcher's text is a constant of this package. */
export const cableChatStyles = [
  unsafeCSS(launcherCss),
  avatarStyles,
  headerStyles,
  bannerStyles,
  messageListStyles,
  messageBubbleStyles,
  composerStyles,
  panelStyles,
];
