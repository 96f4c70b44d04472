export const messageBubbleCss = /* css */ `
  .message {
    position: relative;
    display: flex;
    margin-top: 3px;
    padding-inline-start: 38px;
  }
  .first {
    margin-top: 12px;
  }
  .message .avatar {
    position: absolute;
    inset-inline-start: 0;
    bottom: 22px;
  }
  .said {
    align-items: flex-start;
    min-width: 0;
    max-width: 88%;
  }
  .bubble {
    max-width: 100%;
    padding: 9px 14px;
    border-radius: 18px;
    background: var(--_soft);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .theirs:not(.first) .bubble {
    border-start-start-radius: 6px;
  }
  .theirs:not(.last) .bubble {
    border-end-start-radius: 6px;
  }
  .mine {
    justify-content: flex-end;
    padding-inline-start: 24px;
  }
  .mine .said {
    align-items: flex-end;
  }
  .mine .bubble {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .mine:not(.first) .bubble {
    border-start-end-radius: 6px;
  }
  .mine:not(.last) .bubble {
    border-end-end-radius: 6px;
  }
  .notice {
    justify-content: center;
    padding: 0;
  }
  .notice .bubble {
    padding: 4px 12px;
    background: none;
    color: var(--_muted);
    font-size: 13px;
    text-align: center;
  }
  .notice .meta {
    display: none;
  }
  .bubble a {
    color: inherit;
  }
  [data-state="deleted"] .bubble {
    background: none;
    color: var(--_muted);
    box-shadow: inset 0 0 0 1px var(--_line);
  }
  [data-state="failed"].mine .bubble {
    background: none;
    color: var(--_text);
    box-shadow: inset 0 0 0 1px var(--_danger);
  }
  .author,
  .meta {
    color: var(--_muted);
    font-size: 12px;
    line-height: 18px;
  }
  .author {
    margin: 0 0 3px 2px;
    font-weight: 600;
  }
  .meta {
    display: flex;
    align-items: center;
    gap: 4px;
    min-height: 18px;
    padding: 2px 2px 0;
  }
  .act {
    padding: 2px 4px;
    text-decoration: underline;
  }
  .mine .failed {
    color: var(--_danger);
  }
  .pending {
    animation: cc-fade 0.3s 0.5s backwards;
  }
  .caret::after {
    content: "▍";
    animation: cc-fade 0.6s infinite alternate;
  }
  @keyframes cc-fade {
    from {
      opacity: 0;
    }
  }
`;
//# sourceMappingURL=message-bubble.styles.js.map