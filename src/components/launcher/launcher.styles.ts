/**
 * The host and the launcher. A plain string, because the loader adopts it without Lit; a constructed style sheet, so
 * that a page's policy needs no 'unsafe-inline'. `--_theme-*` come from the backend's settings, and give way to the
 * page's own `--cablechat-*`. The icons are clipped shapes: no image a policy could refuse.
 */
export const launcherCss = /* css */ `
  :host {
    all: initial;
    display: block;
    position: fixed;
    z-index: var(--cablechat-z-index, 2147483000);
    --_accent: var(--cablechat-accent, var(--_theme-accent, #2457d6));
    --_on-accent: var(--cablechat-on-accent, var(--_theme-on-accent, #fff));
    --_font: var(--cablechat-font, system-ui, -apple-system, "Segoe UI", Roboto, sans-serif);
    --_gap: var(--cablechat-gap, 20px);
    --_shadow: 0 8px 32px #0004;
    --_bottom: calc(var(--_gap) + env(safe-area-inset-bottom, 0px));
    --_inset: auto var(--_gap) var(--_bottom) auto;
  }
  :host([position="bottom-left"]) {
    --_inset: auto auto var(--_bottom) var(--_gap);
  }
  :host([position="top-right"]) {
    --_inset: var(--_gap) var(--_gap) auto auto;
  }
  :host([position="top-left"]) {
    --_inset: var(--_gap) auto auto var(--_gap);
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  @media print {
    :host {
      display: none;
    }
  }
  .launcher,
  .launcher-note {
    all: initial;
    position: fixed;
    inset: var(--_inset);
    box-sizing: border-box;
    font: 600 15px / 1.3 var(--_font);
  }
  .launcher {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 10px;
    min-width: 56px;
    height: 56px;
    padding: 0 15px;
    border-radius: 28px;
    color: var(--_on-accent);
    background-color: var(--_accent);
    box-shadow: var(--_shadow);
    cursor: pointer;
    forced-color-adjust: none;
    -webkit-tap-highlight-color: transparent;
    transition: transform 0.2s;
  }
  .launcher:hover {
    transform: scale(1.05);
  }
  .launcher:focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 3px;
  }
  .launcher-icon {
    position: relative;
    width: 26px;
    height: 26px;
    border-radius: 50%;
    background: center / cover;
  }
  .launcher-icon::before,
  .launcher-icon::after {
    content: "";
    position: absolute;
    inset: 0;
    background: currentColor;
    transition:
      opacity 0.2s,
      transform 0.2s;
  }
  .launcher-icon::before {
    clip-path: path("M6 3h14a5 5 0 0 1 5 5v7a5 5 0 0 1-5 5h-7l-6 5v-5H6a5 5 0 0 1-5-5V8a5 5 0 0 1 5-5Z");
  }
  .launcher-icon::after {
    clip-path: path("M5 10l8 8 8-8-2-2-6 6-6-6Z");
  }
  [aria-expanded="false"] .launcher-icon::after,
  [aria-expanded="true"] .launcher-icon::before {
    opacity: 0;
    transform: rotate(45deg) scale(0.5);
  }
  .launcher-icon[style]::before {
    display: none;
  }
  .launcher[aria-busy="true"]::after {
    content: "";
    position: absolute;
    inset: -5px;
    border: 3px solid transparent;
    border-top-color: var(--_accent);
    border-radius: 33px;
    animation: cc-turn 1s linear infinite;
  }
  @keyframes cc-turn {
    to {
      transform: rotate(1turn);
    }
  }
  .badge {
    position: absolute;
    top: -4px;
    inset-inline-end: -4px;
    min-width: 20px;
    padding: 0 6px;
    box-sizing: border-box;
    border-radius: 10px;
    color: #fff;
    background: #c5221f;
    box-shadow: 0 0 0 2px #fff;
    font-size: 12px;
    line-height: 20px;
    text-align: center;
  }
  .launcher-note {
    max-width: 260px;
    margin: 68px 0;
    padding: 10px 15px;
    border-radius: 10px;
    color: #fff;
    background: #1b1f27;
  }
  .launcher-note:empty {
    display: none;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    ::before,
    ::after {
      animation: none !important;
      transition: none !important;
    }
  }
`;
