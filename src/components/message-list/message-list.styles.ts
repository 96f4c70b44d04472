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
  .messages:focus-visible {
    outline-offset: -3px;
  }
  .flow {
    position: relative;
    display: flex;
    flex-direction: column;
    box-sizing: border-box;
    min-height: 100%;
    padding: 8px 16px 12px;
  }
  .flow > [part="greeting"] .avatar {
    bottom: 5px;
  }
  .rows {
    margin-bottom: auto;
  }
  .older {
    min-height: 20px;
    margin: 4px 0;
    color: var(--_muted);
    font-size: 13px;
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
    margin: 0 0 6px;
    color: var(--_text);
    font-size: 18px;
    font-weight: 600;
  }
  .empty p {
    margin: 0;
  }
  .quiet {
    all: unset;
    padding: 6px 12px;
    border-radius: 10px;
    color: var(--_text);
    box-shadow: inset 0 0 0 1px var(--_line);
    font-size: 13px;
    font-weight: 600;
    cursor: pointer;
  }
  .quiet:hover {
    background: var(--_soft);
  }
  .empty .quiet {
    display: inline-block;
    margin-top: 16px;
  }
  .typing {
    display: flex;
    align-items: center;
    gap: 10px;
    margin-top: 12px;
    color: var(--_muted);
    font-size: 12px;
  }
  .dots {
    display: flex;
    gap: 4px;
    padding: 13px 14px;
    border-radius: 18px;
    background: var(--_soft);
  }
  .dots i {
    width: 6px;
    height: 6px;
    border-radius: 50%;
    background: var(--_muted);
    animation: cc-fade 0.6s infinite alternate;
  }
  .dots i:nth-child(2) {
    animation-delay: 0.2s;
  }
  .dots i:nth-child(3) {
    animation-delay: 0.4s;
  }
  .pill {
    all: unset;
    position: absolute;
    bottom: 12px;
    left: 50%;
    display: flex;
    align-items: center;
    gap: 6px;
    padding: 8px 14px;
    border-radius: 20px;
    background: var(--_text);
    color: var(--_surface);
    box-shadow: var(--_shadow);
    font-size: 13px;
    font-weight: 600;
    white-space: nowrap;
    cursor: pointer;
    transform: translateX(-50%);
  }
`;
