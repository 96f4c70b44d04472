export const headerCss = /* css */ `
  .header {
    flex: none;
    display: flex;
    align-items: center;
    gap: 12px;
    padding: 16px 12px 16px 18px;
    color: var(--_on-accent);
    background: linear-gradient(120deg, #0000, #0003) var(--_accent);
  }
  .header .avatar {
    width: 40px;
    height: 40px;
    font-size: 15px;
    background: var(--_on-accent);
    color: var(--_accent);
  }
  .who {
    flex: 1;
    min-width: 0;
    font-size: 13px;
  }
  .who > * {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .title {
    font-size: 16px;
    font-weight: 600;
  }
  .dot::before {
    content: "";
    display: inline-block;
    width: 8px;
    height: 8px;
    margin-inline-end: 7px;
    border: 1px solid;
    border-radius: 50%;
  }
  .online::before {
    color: #3ddc84;
    background: currentColor;
  }
  .icon-button {
    flex: none;
    display: grid;
    place-items: center;
    width: 40px;
    height: 40px;
    border-radius: 50%;
    font-size: 18px;
  }
  .header .icon-button:hover {
    background: #ffffff2e;
  }
`;
//# sourceMappingURL=header.styles.js.map