import { strings } from "../locales/en.js";
/**
 * The locale dates and numbers are written in. It follows the texts' language, and the visitor's region within it:
 * "lundi 5 mai" amid English sentences helps nobody.
 *
 * @param wanted the `locale` attribute
 * @param candidates what `auto` looks at: the page's `lang`, then the browser's languages
 */
export function resolveLocale(wanted, candidates) {
    const tags = wanted === "auto" ? candidates : [wanted];
    const fitting = tags.filter((tag) => tag.toLowerCase().split("-")[0] === strings.lang);
    return Intl.DateTimeFormat.supportedLocalesOf(fitting)[0] ?? strings.lang;
}
//# sourceMappingURL=resolve-locale.js.map