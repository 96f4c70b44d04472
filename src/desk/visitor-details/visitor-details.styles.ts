import { css } from "lit";

export const visitorDetailsStyles = css`
.who-card{display:flex;flex-direction:column;align-items:center;gap:4px;padding:24px 16px 16px;text-align:center}
.who-card .avatar{width:64px;height:64px;font-size:22px}
.who-card h2{margin:8px 0 0;font-size:17px;font-weight:650;overflow-wrap:anywhere}
.who-card p{margin:0;color:var(--_muted);font-size:13px}
.facts{margin:0;padding:0 16px 24px;font-size:14px}
.facts dt{margin-top:14px;color:var(--_muted);font-size:12px;font-weight:600}
.facts dd{margin:2px 0 0;overflow-wrap:anywhere}
.assignee{display:flex;align-items:center;justify-content:space-between;gap:8px}
.hide-details{margin:8px 8px -16px}
.facts a{color:var(--_accent);text-underline-offset:2px}
.facts small{display:block;color:var(--_muted);font-size:12px}
`;
