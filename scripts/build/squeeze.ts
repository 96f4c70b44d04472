import { minify } from "terser";

/** A script and its source map. */
export interface Script {
  readonly code: string;
  readonly map: string;
}

/**
 * A second pass over what esbuild has minified: 3 % of every visitor's download. The map it gives leads from the
 * squeezed script to the sources, not to esbuild's.
 *
 * @param name the script's file name
 */
export async function squeeze({ code, map }: Script, name: string): Promise<Script> {
  const squeezed = await minify(code, {
    ecma: 2020,
    // None of ours, or of the libraries', is called with `new` and is not a class.
    compress: { passes: 3, unsafe_arrows: true, unsafe_methods: true },
    format: { ascii_only: true },
    sourceMap: { content: map, filename: name, url: `${name}.map` },
  });
  return { code: `${squeezed.code}\n`, map: String(squeezed.map) };
}
