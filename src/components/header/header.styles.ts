export const headerCss = /* css */ `
  .header {
    flex: none;
    display: flex;
    align-items: center;
    gap: 12px;
    padding: 16px 12px 16px 18px;
    color: var(--_on-accent);
    background-color: var(--_accent);
    background-image: linear-gradient(120deg, #0000, #0003);
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
  }
  .title,
  .availability {
    margin: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .title {
    font-size: 16px;
    font-weight: 600;
  }
  .availability {
    font-size: 13px;
  }
  .dot {
    display: inline-block;
    width: 8px;
    height: 8px;
    margin-inline-end: 7px;
    box-sizing: border-box;
    border: 1.5px solid;
    border-radius: 50%;
  }
  .online {
    color: #3ddc84;
    background: currentColor;
  }
  .icon-button {
    all: unset;
    box-sizing: border-box;
    flex: none;
    display: grid;
    place-items: center;
    width: 40px;
    height: 40px;
    border-radius: 12px;
    font-size: 18px;
    cursor: pointer;
  }
  .header .icon-button:hover {
    background: #ffffff2e;
  }
`;
