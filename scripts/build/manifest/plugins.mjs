import { buildSync } from "esbuild";
import { PIECES } from "./pieces.mjs";

/** A module of the element, as it is: the manifest says what it does, not what a comment says it did. */
async function load(/** @type {string} */ path) {
  const { outputFiles } = buildSync({ entryPoints: [path], bundle: true, format: "esm", write: false });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}

const { ATTRIBUTE_NAMES } = await load("src/components/attribute-names.ts");
const { ATTRIBUTE_DEFAULTS, PROPERTY_NAMES } = await load("src/components/element-properties.ts");
const { ONCE, POSITIONS, STORAGES, THEMES } = await load("src/components/choices.ts");

const CHOICES = { AutoOpenOnce: ONCE, Position: POSITIONS, StorageKind: STORAGES, Theme: THEMES };

/** @param {import("custom-elements-manifest/schema").Package} manifest */
const elementsOf = ({ modules }) => modules.flatMap(({ declarations }) => declarations).filter((each) => each.tagName);

/** The attributes of `<cable-chat>`, which a table of names makes its properties: the analyzer sees only the fields. */
export function tabledAttributes() {
  return {
    name: "tabled-attributes",
    packageLinkPhase({ customElementsManifest }) {
      const element = elementsOf(customElementsManifest).find(({ tagName }) => tagName === "cable-chat");
      element.attributes = ATTRIBUTE_NAMES.map((name, index) => {
        const member = element.members.find((each) => each.name === PROPERTY_NAMES[index]);
        if (!member?.description) throw new Error(`The attribute "${name}" has no described member in the element.`);
        // A function cannot stand in an attribute: this one alone may be other than what is written there.
        Object.assign(member, { attribute: name }, name === "cable" ? {} : { reflects: true });
        const value = name in ATTRIBUTE_DEFAULTS ? JSON.stringify(ATTRIBUTE_DEFAULTS[name]) : member.default;
        const { type, description } = member;
        return { name, type: { ...type }, description, default: value, fieldName: member.name };
      });
    },
  };
}

/** Says what a type's name stands for, where it is but a choice: an editor offers it then. */
export function spelledChoices() {
  const spelled = (/** @type {string} */ text) =>
    text.replace(/\w+/g, (name) => CHOICES[name]?.map((each) => JSON.stringify(each)).join(" | ") ?? name);
  return {
    name: "spelled-choices",
    packageLinkPhase({ customElementsManifest }) {
      for (const { attributes = [], members = [] } of elementsOf(customElementsManifest)) {
        for (const each of [...attributes, ...members]) {
          if (each.attribute || each.fieldName) each.type.text = spelled(each.type.text);
        }
      }
    },
  };
}

/** What an element has by its pieces, which the analyzer does not read. */
export function piecesOf() {
  return {
    name: "pieces",
    packageLinkPhase({ customElementsManifest }) {
      for (const element of elementsOf(customElementsManifest)) {
        for (const [kind, pieces] of Object.entries(PIECES[element.tagName])) add(element, kind, pieces);
      }
    },
  };
}

/** What the class's own comment says of a thing stands. */
function add(element, kind, pieces) {
  element[kind] ??= [];
  const named = new Set(element[kind].map(({ name }) => name));
  const type = kind === "events" ? { type: { text: "CustomEvent" } } : {};
  for (const [name, description] of Object.entries(pieces)) {
    if (!named.has(name)) element[kind].push({ ...type, description, name });
  }
}

/** The package ships `lib/*.js`, not the sources the manifest is read from. */
export function publishedPaths() {
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
