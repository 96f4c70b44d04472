export const avatarCss = /* css */ `
  .avatar {
    position: relative;
    flex: none;
    display: grid;
    place-items: center;
    width: 28px;
    height: 28px;
    border-radius: 50%;
    overflow: hidden;
    background: var(--_soft);
    color: var(--_text);
    font-size: 11px;
    font-weight: 600;
  }
  .avatar img {
    position: absolute;
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
`;
//# sourceMappingURL=avatar.styles.js.map