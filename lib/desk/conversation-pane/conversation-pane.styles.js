import { css } from "lit";
export const conversationPaneStyles = css `
.pane-head{flex:none;display:flex;align-items:center;gap:8px;min-height:60px;padding:8px 16px;border-bottom:1px solid var(--_line)}
.pane-head .title{flex:1;min-width:0;margin:0}
.pane-head h2{margin:0;overflow:hidden;font-size:16px;font-weight:650;text-overflow:ellipsis;white-space:nowrap}
.pane-head p{margin:0;overflow:hidden;color:var(--_muted);font-size:13px;text-overflow:ellipsis;white-space:nowrap}
.conversation-pane .flow{width:100%;max-width:860px;margin-inline:auto;padding-inline:24px}
.conversation-pane .messages{outline-offset:-3px}
.conversation-pane .send{border-radius:50%}
.conversation-pane .composer{width:100%;max-width:860px;margin-inline:auto;padding-inline:20px}
.conversation-pane .said{max-width:min(88%,600px)}
.seen{margin:2px 2px 0;color:var(--_muted);font-size:12px;text-align:end}
.actions{display:flex;align-self:flex-start;opacity:0;transition:opacity .12s}
.actions .icon-button{width:32px;height:32px;color:var(--_muted)}
.actions svg{width:16px;height:16px}
.message:hover .actions,.actions:focus-within{opacity:1}
@media (hover:none){.actions{opacity:1}}
.editing{display:flex;align-items:center;gap:8px;width:100%;max-width:860px;margin-inline:auto;padding:4px 24px;color:var(--_muted);font-size:13px}
.editing span{flex:1}
.shut{display:flex;align-items:center;justify-content:center;flex-wrap:wrap;gap:8px 16px;padding:16px;border-top:1px solid var(--_line);color:var(--_muted);font-size:14px}
.shut p{margin:0}
`;
//# sourceMappingURL=conversation-pane.styles.js.map