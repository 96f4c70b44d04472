export const composerCss = /* css */ `
  .composer {
    flex: none;
    padding: 4px 12px 12px;
  }
  .field {
    display: flex;
    align-items: flex-end;
    gap: 4px;
    padding: 4px;
    border: 1px solid var(--_muted);
    border-radius: 24px;
  }
  textarea {
    all: unset;
    flex: 1;
    min-width: 0;
    padding: 9px 4px 9px 12px;
    overflow-y: auto;
    line-height: 22px;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    outline: none !important;
  }
  textarea::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .send {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .send:disabled {
    opacity: 0.4;
  }
  .note {
    margin: 4px 12px 0;
    color: var(--_muted);
    font-size: 12px;
  }
  .banner:empty,
  .note:empty {
    display: none;
  }
  .wrong {
    color: var(--_danger);
  }
`;
