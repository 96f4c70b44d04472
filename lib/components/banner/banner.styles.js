export const bannerCss = /* css */ `
  .banner {
    inset: 8px 12px auto;
    text-align: center;
    animation: cc-fade 0.2s;
  }
`;
//# sourceMappingURL=banner.styles.js.map