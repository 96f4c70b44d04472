import { ATTRIBUTE_NAMES } from "../components/attribute-names.ts";

/** The script tag's `data-` attributes as the element's, by name. "false" is as good as none. */
export function readConfig(script: Element): Map<string, string> {
  const config = new Map<string, string>();
  for (const name of ATTRIBUTE_NAMES) {
    const value = script.getAttribute(`data-${name}`);
    if (value !== null && value !== "false") config.set(name, value);
  }
  return config;
}
