/** A customer's page and the widget's tag on it. */
export interface CustomerPageOptions {
  /** The script tag's attributes, without their `data-`. `null` leaves one out. */
  readonly attributes: Readonly<Record<string, string | null>>;
  /** Further attributes of the script tag itself: `nonce`, `integrity`. */
  readonly script?: Readonly<Record<string, string>>;
  /** @default "/dist/cablechat.js" */
  readonly src?: string;
  /** HTML of the page itself. @default a shop with a button */
  readonly content?: string;
  /** HTML after the widget's tag. */
  readonly after?: string;
}

const CONTENT = `<h1>A shop</h1>
<p>It sells lamps, and it has nothing to do with its chat.</p>
<button id="buy" type="button">Buy a lamp</button>`;

/** The page as a site owner would write it: one script tag. */
export function customerPage(options: CustomerPageOptions): string {
  const { attributes, script = {}, src = "/dist/cablechat.js", content = CONTENT, after = "" } = options;
  const data = Object.entries(attributes).flatMap(([name, value]) => (value === null ? [] : [[`data-${name}`, value]]));
  const tag = [["src", src], ...Object.entries(script), ...data].map(([name, value]) => `${name}="${escaped(value)}"`);
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>A shop</title></head>
<body><main>${content}</main>
<script async ${tag.join(" ")}></script>
${after}</body>
</html>`;
}

function escaped(text = ""): string {
  return text.replace(/&/g, "&amp;").replace(/"/g, "&quot;");
}
