/** The script tag's `data-` attributes as the element's, by name. "false" is as good as none. */
export declare function readConfig(script: Element): Map<string, string>;
