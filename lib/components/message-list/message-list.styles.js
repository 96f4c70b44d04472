export const messageListCss = /* css */ `
  .list {
    position: relative;
    flex: 1;
    min-height: 0;
    display: flex;
  }
  .messages {
    flex: 1;
    min-width: 0;
    overflow: hidden auto;
    overflow-anchor: none;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }
  .flow {
    position: relative;
    min-height: 100%;
    padding: 8px 16px 12px;
  }
  .flow,
  .said {
    display: flex;
    flex-direction: column;
  }
  .rows {
    margin-bottom: auto;
  }
  .day,
  .older {
    margin: 14px 0 10px;
    color: var(--_muted);
    font-size: 12px;
    text-align: center;
  }
  .loading {
    margin: auto;
  }
  .empty {
    margin: auto;
    padding: 24px 12px;
    text-align: center;
    color: var(--_muted);
  }
  .empty h3 {
    margin-bottom: 6px;
    color: var(--_text);
    font-size: 18px;
  }
  button {
    all: unset;
    display: inline-block;
    font-weight: 600;
    cursor: pointer;
  }
  .quiet {
    padding: 6px 12px;
    border-radius: 10px;
    color: var(--_text);
    box-shadow: inset 0 0 0 1px var(--_line);
    font-size: 13px;
  }
  .quiet:hover {
    background: var(--_soft);
  }
  .empty .quiet {
    margin-top: 16px;
  }
  .banner,
  .pill {
    position: absolute;
    padding: 8px 14px;
    border-radius: 18px;
    background: var(--_text);
    color: var(--_surface);
    box-shadow: var(--_shadow);
    font-size: 13px;
  }
  .pill {
    bottom: 12px;
    left: 50%;
    display: flex;
    align-items: center;
    gap: 6px;
    white-space: nowrap;
    transform: translateX(-50%);
  }
`;
//# sourceMappingURL=message-list.styles.js.map