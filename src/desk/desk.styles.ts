import { css } from "lit";

const dark = css`color-scheme:dark;--_accent:var(--cablechat-accent,#7ea2ff);--_on-accent:var(--cablechat-on-accent,#0d1526);
--_surface:var(--cablechat-surface,#17191f);--_ground:#101216;--_text:var(--cablechat-text,#eceef2);--_muted:var(--cablechat-muted,#a3abb9);
--_soft:var(--cablechat-soft,#272b34);--_line:var(--cablechat-line,#31363f);--_field:#6d7686;--_danger:#ff9d95;--_good:#4fd18b;--_warn:#f2b84b`;

/** The frame: panes, palette, and what all panes use. The names of the colours are the widget's. */
export const deskStyles = css`
:host{all:initial;display:block;height:100%;container-type:inline-size;color-scheme:light;
--_accent:var(--cablechat-accent,#2457d6);--_on-accent:var(--cablechat-on-accent,#fff);
--_surface:var(--cablechat-surface,#fff);--_ground:#f5f6f8;--_text:var(--cablechat-text,#1b1f27);--_muted:var(--cablechat-muted,#5d6675);
--_soft:var(--cablechat-soft,#f0f2f5);--_line:var(--cablechat-line,#e3e6eb);--_field:#8a93a3;--_danger:#b3261e;--_good:#137a43;--_warn:#8a5a00;
--_font:var(--cablechat-font,system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif);
--_shadow:0 1px 3px #0f172a1f,0 12px 40px #0f172a38}
@media (prefers-color-scheme:dark){:host(:not([theme=light])){${dark}}}
:host([theme=dark]){${dark}}
:host([hidden]),[hidden]{display:none!important}
.desk{display:grid;grid-template:auto minmax(0,1fr)/320px minmax(0,1fr) 288px;height:100%;min-height:320px;overflow:hidden;box-sizing:border-box;
background:var(--_surface);color:var(--_text);font:400 15px/1.45 var(--_font);-webkit-font-smoothing:antialiased}
.desk *{box-sizing:border-box}
.desk svg{flex:none;width:20px;height:20px;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
.desk :is(.meta,.pill) svg{width:1.2em;height:1.2em}
.desk :focus-visible{outline:2px solid var(--_accent);outline-offset:2px}
.bar{grid-column:1/-1;display:flex;align-items:center;gap:12px;min-height:52px;padding:8px 16px;border-bottom:1px solid var(--_line)}
.bar h1{flex:1;min-width:0;margin:0;overflow:hidden;font-size:16px;font-weight:650;text-overflow:ellipsis;white-space:nowrap}
.connection{display:flex;align-items:center;gap:8px;margin:0;color:var(--_muted);font-size:13px;white-space:nowrap}
.connection::before{content:"";width:9px;height:9px;border-radius:50%;background:var(--_warn)}
.connection[data-state=connected]::before{background:var(--_good)}
.connection[data-state=offline]::before,.connection[data-state=closed]::before{background:var(--_danger)}
.connection[data-state=idle]::before{background:var(--_muted)}
.notice{grid-column:1/-1;display:flex;align-items:center;gap:12px;padding:8px 16px;border-bottom:1px solid var(--_line);background:var(--_soft);font-size:14px}
.notice p{flex:1;margin:0}
.desk:has(.notice){grid-template-rows:auto auto minmax(0,1fr)}
.pane{display:flex;flex-direction:column;min-width:0;min-height:0}
.list-pane{border-inline-end:1px solid var(--_line);background:var(--_ground)}
.details-pane{border-inline-start:1px solid var(--_line);overflow-y:auto}
.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.icon-button{all:unset;box-sizing:border-box;flex:none;display:grid;place-items:center;width:40px;height:40px;border-radius:12px;cursor:pointer}
.icon-button:hover{background-color:var(--_soft)}
.quiet{white-space:nowrap}
.quiet.primary{background:var(--_accent);color:var(--_on-accent);box-shadow:none}
.blank{margin:auto;max-width:380px;padding:24px;color:var(--_muted);text-align:center}
.blank h2{margin:0 0 6px;color:var(--_text);font-size:18px;font-weight:650}
.blank p{margin:0 0 16px}
.whole{grid-column:1/-1;display:flex}
.back,.toggle-details,.hide-details{display:none}
@container (max-width:1100px){
.desk{grid-template-columns:300px minmax(0,1fr)}
.details-pane{display:none}
.toggle-details,.hide-details{display:grid}
.desk.details .details-pane{display:flex;grid-column:2;grid-row:-2/-1;border:0;background:var(--_surface);z-index:2}
.desk.details .conversation-pane{grid-column:2;grid-row:-2/-1}}
@container (max-width:720px){
.desk{grid-template-columns:minmax(0,1fr)}
.list-pane{border:0}
.desk.selected .list-pane,.desk:not(.selected) .conversation-pane{display:none}
.desk.details .details-pane,.desk.details .conversation-pane{grid-column:1}
.back{display:grid}
.desk textarea,.desk input{font-size:16px}}
@media (prefers-reduced-motion:reduce){.desk *{animation-duration:.01s!important;animation-iteration-count:1!important;transition:none!important}}
@media (forced-colors:active){.bubble,.quiet,.send,.unread,.conversation[aria-current=true]{border:1px solid}}
`;
