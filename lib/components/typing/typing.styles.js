export const typingCss = /* css */ `
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
  i + i {
    animation-delay: 0.2s;
  }
  i + i + i {
    animation-delay: 0.4s;
  }
`;
//# sourceMappingURL=typing.styles.js.map