import { css } from "lit";

export const conversationListStyles = css`
.filter{flex:none;display:grid;gap:8px;padding:12px;border-bottom:1px solid var(--_line)}
.search{all:unset;box-sizing:border-box;width:100%;height:40px;padding:0 12px;border:1px solid var(--_field);border-radius:10px;background:var(--_surface);font-size:14px}
.search::placeholder{color:var(--_muted);opacity:1}
.search:focus-visible{border-color:var(--_accent)}
.tabs{display:flex;gap:4px;margin:0;padding:0;border:0}
.tabs label{position:relative;flex:1;cursor:pointer}
.tabs input{position:absolute;inset:0;margin:0;opacity:0;cursor:pointer}
.tabs span{display:block;padding:5px 8px;border-radius:8px;color:var(--_muted);font-size:13px;font-weight:600;text-align:center}
.tabs :checked+span{background:var(--_surface);color:var(--_text);box-shadow:0 0 0 1px var(--_line)}
.tabs :focus-visible+span{outline:2px solid var(--_accent)}
.conversations{flex:1;min-height:0;margin:0;padding:6px;overflow-y:auto;list-style:none;scrollbar-width:thin;scrollbar-color:var(--_line) #0000}
.conversation{all:unset;box-sizing:border-box;position:relative;display:grid;grid-template:auto auto/auto minmax(0,1fr) auto;gap:0 12px;width:100%;padding:10px;border-radius:12px;cursor:pointer}
.conversation:hover{background:var(--_soft)}
.conversation[aria-current=true]{background:var(--_surface);box-shadow:0 0 0 1px var(--_line)}
.conversation .avatar{grid-row:1/3;align-self:center;width:40px;height:40px;background:var(--_soft);font-size:14px}
.conversation[aria-current=true] .avatar,.conversation:hover .avatar{background:var(--_line)}
.conversation b,.conversation .preview{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.conversation b{font-weight:600}
.conversation time{color:var(--_muted);font-size:12px;line-height:22px}
.conversation .preview{color:var(--_muted);font-size:13px}
.conversation.new b,.conversation.new .preview{color:var(--_text);font-weight:700}
.unread{justify-self:end;min-width:20px;height:20px;padding:0 6px;border-radius:10px;background:var(--_accent);color:var(--_on-accent);
font-size:12px;font-weight:700;line-height:20px;text-align:center}
.more{padding:8px;text-align:center}
`;
