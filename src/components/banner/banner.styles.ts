export const bannerCss = /* css */ `
  .body {
    position: relative;
    flex: 1;
    min-height: 0;
    display: flex;
    flex-direction: column;
  }
  .banner {
    position: absolute;
    z-index: 1;
    inset: 8px 12px auto;
    padding: 8px 14px;
    border-radius: 12px;
    background: var(--_text);
    color: var(--_surface);
    box-shadow: var(--_shadow);
    font-size: 13px;
    line-height: 1.4;
    text-align: center;
    animation: cc-fade 0.2s;
  }
  .banner:empty {
    display: none;
  }
`;
