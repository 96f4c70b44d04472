import { piecesOf, publishedPaths, spelledChoices, tabledAttributes } from "./scripts/build/manifest/plugins.mjs";

/** What `custom-elements.json` tells editors and catalogues about the elements. */
export default {
  globs: ["src/components/cable-chat*.ts", "src/desk/cablechat-desk*.ts"],
  exclude: ["**/*.styles.ts"],
  litelement: true,
  // It says already where the manifest is, and a build changes nothing but what it builds.
  packagejson: false,
  plugins: [tabledAttributes(), spelledChoices(), piecesOf(), publishedPaths()],
};
