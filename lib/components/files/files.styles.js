export const filesCss = /* css */ `
  .attach {
    color: var(--_muted);
  }
  .attach:hover {
    color: var(--_text);
  }
  .attach + .chooser + textarea {
    padding-inline-start: 4px;
  }
  .tray {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    max-height: 180px;
    margin: 0 0 6px;
    padding: 0;
    overflow-y: auto;
    list-style: none;
  }
  .tray li {
    display: flex;
    align-items: center;
    gap: 8px;
    max-width: 100%;
    padding: 4px;
    border-radius: 12px;
    background: var(--_soft);
    font-size: 13px;
    line-height: 17px;
  }
  .thumb {
    position: relative;
    flex: none;
    display: grid;
    place-items: center;
    width: 36px;
    height: 36px;
    overflow: hidden;
    border-radius: 8px;
    background: var(--_surface);
    color: var(--_muted);
  }
  .thumb img {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  .about {
    display: grid;
    min-width: 0;
  }
  .tray .name {
    overflow: hidden;
    max-width: 180px;
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .tray .size {
    color: var(--_muted);
    font-size: 12px;
  }
  .remove {
    width: 28px;
    height: 28px;
    border-radius: 50%;
    color: var(--_muted);
  }
  .remove:hover {
    color: var(--_text);
  }
  .drop {
    position: absolute;
    inset: 8px;
    z-index: 3;
    display: grid;
    place-items: center;
    padding: 24px;
    border: 2px dashed var(--_accent);
    border-radius: 12px;
    background: var(--_surface);
    opacity: 0.95;
    font-size: 16px;
    font-weight: 600;
    text-align: center;
    pointer-events: none;
  }
  .files {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: 6px;
    white-space: normal;
  }
  .below {
    margin-top: 8px;
  }
  .file {
    display: block;
    max-width: 100%;
    border-radius: 10px;
    text-decoration: none;
  }
  .picture {
    overflow: hidden;
    margin-inline: -6px;
    max-width: calc(100% + 12px);
    background: var(--_line);
  }
  .files:not(.below) .picture:first-child {
    margin-top: -1px;
  }
  .picture img {
    display: block;
    max-width: 100%;
    object-fit: cover;
  }
  .picture:has(.broken) {
    margin-inline: 0;
    background: none;
  }
  .broken {
    position: absolute;
    width: 1px;
    height: 1px;
    opacity: 0;
  }
  .label {
    display: flex;
    align-items: center;
    gap: 6px;
  }
  .picture .label {
    display: none;
  }
  .picture .broken + .label {
    display: flex;
  }
  .label .name {
    min-width: 0;
    overflow-wrap: anywhere;
    text-decoration: underline;
  }
  a:not([href]) .name {
    text-decoration: none;
  }
  .label .size {
    flex: none;
    font-size: 12px;
  }
  .reason {
    margin: 0;
    font-size: 13px;
  }
  @media (forced-colors: active) {
    .tray li,
    .picture,
    .attach {
      border: 1px solid;
    }
  }
`;
//# sourceMappingURL=files.styles.js.map