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
    // Unsafe for code that redefines what is built in, or calls `new` on what is no class: none here does.
    compress: {
      // Shorter before, longer after gzip: text that is more alike compresses better.
      if_return: false,
      sequences: false,
      inline: 1,
      passes: 6,
      lhs_constants: false,
      pure_getters: true,
      unsafe: true,
      unsafe_arrows: true,
      unsafe_methods: true,
    },
    format: { ascii_only: true },
    sourceMap: { content: map, filename: name, url: `${name}.map` },
  });
  return { code: `${squeezed.code}\n`, map: String(squeezed.map) };
}
