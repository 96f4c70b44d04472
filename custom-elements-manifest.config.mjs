/** What `custom-elements.json` tells editors and catalogues about the elements. */
export default {
  globs: ["src/components/cable-chat*.ts", "src/desk/cablechat-desk*.ts"],
  exclude: ["**/*.styles.ts"],
  litelement: true,
  // It says already where the manifest is, and a build changes nothing but what it builds.
  packagejson: false,
  plugins: [publishedPaths()],
};

/** The package ships `lib/*.js`, not the sources the manifest is read from. */
function publishedPaths() {
  const published = (/** @type {string} */ path) => path.replace(/^\/?src\//, "lib/").replace(/\.ts$/, ".js");
  return {
    name: "published-paths",
    packageLinkPhase({ customElementsManifest }) {
      customElementsManifest.modules.sort((a, b) => (a.path < b.path ? -1 : 1));
      const visit = (value) => {
        if (Array.isArray(value)) return value.forEach(visit);
        if (typeof value !== "object" || value === null) return;
        for (const key of ["path", "module"]) if (typeof value[key] === "string") value[key] = published(value[key]);
        Object.values(value).forEach(visit);
      };
      visit(customElementsManifest.modules);
    },
  };
}
