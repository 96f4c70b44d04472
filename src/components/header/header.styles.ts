import { css } from "lit";

export const headerStyles = css`
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
    font-weight: 650;
    line-height: 1.35;
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
    background: #3ddc84;
    border-color: #3ddc84;
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
    cursor: pointer;
  }
  .icon-button svg {
    width: 22px;
    height: 22px;
  }
  .header .icon-button:hover {
    background: #ffffff2e;
  }
`;
