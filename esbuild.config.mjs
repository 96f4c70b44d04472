/**
 * What is bundled for a script tag. Classic scripts (IIFE), because a site owner's tag is one, and so that a strict
 * `script-src` needs nothing but the host or a nonce.
 *
 * @type {readonly { readonly name: string, readonly entry: string }[]}
 */
export const bundles = [
  { name: "cablechat", entry: "src/embed/loader.ts" },
  { name: "cablechat-panel", entry: "src/embed/panel.ts" },
  { name: "cablechat-more", entry: "src/embed/more.ts" },
  { name: "cablechat.full", entry: "src/embed/full.ts" },
  { name: "cablechat-desk", entry: "src/desk/cablechat-desk.define.ts" },
];

/**
 * Nothing here may depend on where the checkout lies: `dist/` is committed and compared byte by byte.
 *
 * @type {import("esbuild").BuildOptions}
 */
export const options = {
  bundle: true,
  format: "iife",
  platform: "browser",
  target: "es2022",
  // A page need not be UTF-8, and its scripts are then read as what it is.
  charset: "ascii",
  minify: true,
  legalComments: "none",
  // Linked: a browser's developer tools find them, and nobody else fetches them.
  sourcemap: "linked",
  define: { "process.env.NODE_ENV": '"production"' },
  outdir: "dist",
  write: false,
  logLevel: "silent",
};
