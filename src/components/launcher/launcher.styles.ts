const DARK = `
--_surface:var(--cablechat-surface,#17191f);
--_text:var(--cablechat-text,#eceef2);
--_muted:var(--cablechat-muted,#a3abb9);
--_soft:var(--cablechat-soft,#272b34);
--_line:var(--cablechat-line,#31363f);
--_danger:#ff9d95;`;

/**
 * The host and the launcher. A plain string, because the loader adopts it without Lit; a constructed style sheet, so
 * that a page's policy needs no 'unsafe-inline'. `--_theme-*` come from the backend's settings, and give way to the
 * page's own `--cablechat-*`.
 */
export const launcherCss = `
:host{all:initial;display:block;position:fixed;z-index:var(--cablechat-z-index,2147483000);
--_accent:var(--cablechat-accent,var(--_theme-accent,#2457d6));
--_on-accent:var(--cablechat-on-accent,var(--_theme-on-accent,#fff));
--_surface:var(--cablechat-surface,#fff);
--_text:var(--cablechat-text,#1b1f27);
--_muted:var(--cablechat-muted,#5d6675);
--_soft:var(--cablechat-soft,#f0f2f5);
--_line:var(--cablechat-line,#e3e6eb);
--_danger:#b3261e;
--_radius:var(--cablechat-radius,var(--_theme-radius,16px));
--_font:var(--cablechat-font,system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif);
--_gap:var(--cablechat-gap,20px);
--_shadow:0 1px 3px #0f172a1f,0 12px 40px #0f172a38}
@media (prefers-color-scheme:dark){:host(:not([theme=light])){color-scheme:dark;${DARK}}}
:host([theme=light]){color-scheme:light}
:host([theme=dark]){color-scheme:dark;${DARK}}
:host([hidden]),[hidden]{display:none!important}
@media print{:host{display:none}}
.launcher,.launcher-note{all:initial;position:fixed;right:calc(var(--_gap) + env(safe-area-inset-right,0px));
bottom:calc(var(--_gap) + env(safe-area-inset-bottom,0px));box-sizing:border-box;font:600 15px/1.3 var(--_font)}
.launcher{display:flex;align-items:center;justify-content:center;gap:10px;min-width:56px;height:56px;padding:0 15px;
border-radius:28px;color:var(--_on-accent);background-color:var(--_accent);box-shadow:var(--_shadow);cursor:pointer;
-webkit-tap-highlight-color:transparent;transition:transform .18s,filter .18s}
.launcher:hover{filter:brightness(1.08);transform:translateY(-1px)}
.launcher:active{transform:scale(.96)}
.launcher:focus-visible{outline:3px solid var(--_accent);outline-offset:3px}
.launcher-icon{position:relative;width:26px;height:26px}
.launcher-icon>*{position:absolute;inset:0;width:100%;height:100%;transition:opacity .18s,transform .18s}
.launcher-icon img{object-fit:cover;border-radius:50%}
.launcher-icon img~.bubble{display:none}
.bubble{fill:currentColor}
.chevron{fill:none;stroke:currentColor;stroke-width:2.4;stroke-linecap:round;stroke-linejoin:round}
[aria-expanded=false] .chevron,[aria-expanded=true] .launcher-icon :not(.chevron,path){opacity:0;transform:rotate(45deg) scale(.5)}
.launcher[aria-busy=true]::after{content:"";position:absolute;inset:-5px;border:3px solid transparent;
border-top-color:var(--_accent);border-radius:33px;animation:cc-turn .9s linear infinite}
@keyframes cc-turn{to{transform:rotate(1turn)}}
.badge{position:absolute;top:-5px;inset-inline-end:-5px;min-width:22px;height:22px;padding:0 6px;box-sizing:border-box;
border:2px solid var(--_surface);border-radius:11px;color:#fff;background:#c5221f;font:700 12px/18px var(--_font);text-align:center}
.launcher-note{bottom:calc(var(--_gap) + 68px + env(safe-area-inset-bottom,0px));max-width:260px;padding:10px 14px;
border:1px solid var(--_line);border-radius:12px;color:var(--_text);background:var(--_surface);box-shadow:var(--_shadow);
font-weight:400;font-size:14px}
.launcher-note:empty{display:none}
:host([position=bottom-left]) :is(.launcher,.launcher-note),:host([position=top-left]) :is(.launcher,.launcher-note){
right:auto;left:calc(var(--_gap) + env(safe-area-inset-left,0px))}
:host([position^=top]) .launcher{bottom:auto;top:calc(var(--_gap) + env(safe-area-inset-top,0px))}
:host([position^=top]) .launcher-note{bottom:auto;top:calc(var(--_gap) + 68px + env(safe-area-inset-top,0px))}
@media (prefers-reduced-motion:reduce){*,::after{animation-duration:.01s!important;animation-iteration-count:1!important;transition:none!important}}
@media (forced-colors:active){.launcher,.badge,.launcher-note{border:2px solid ButtonText}}
`;
