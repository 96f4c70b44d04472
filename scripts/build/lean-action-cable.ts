import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { INTERNAL } from "@rails/actioncable";
import type { Plugin } from "esbuild";

const folder = join(dirname(createRequire(import.meta.url).resolve("@rails/actioncable/package.json")), "src");

const INERT: Readonly<Record<string, string>> = {
  connection_monitor: "export default null",
  logger: "export default { log() {} }",
};

/**
 * What never runs, or changes nothing, since the adapter opens a connection once and listens for its end itself: each is
 * cut out, and a version of the library in which one is not found stops the build.
 */
const IDLE: readonly RegExp[] = [
  // The log's texts alone would be most of what is bundled.
  /^\s*(logger\.log|this\.monitor\.(start|record\w+))\(.*\)$/gm,
  /^ {2}(reopen|triedToReconnect|uninstallEventHandlers)\(\) \{$[\s\S]*?^ {2}\}$/gm,
  /^ {2}(close|error)\((event)?\) \{$[\s\S]*?^ {2}\},?$/gm,
  /^ *if \(this\.webSocket\) \{ this\.uninstallEventHandlers\(\) \}$/gm,
  /^ *if \(this\.triedToReconnect\(\)\) \{$[\s\S]*?^ {8}\}$/gm,
  /^ *if \(this\.reconnectAttempted\) \{$[\s\S]*?\} else \{$[\s\S]*?^ {8}\}$/gm,
  // The adapter reads these frames itself.
  /^ *case message_types\.disconnect:$[\s\S]*?return null$/gm,
  /^ *(this\.disconnected = \w+|this\.open = this\.open\.bind\(this\)|Connection\.reopenDelay = 500)$/gm,
  // The monitor that is stopped before its first poll.
  /^ *this\.monitor = new ConnectionMonitor\(this\)$/gm,
  /(?<=notify\(identifier), "received"(?=, message\))/g,
  // It is opened once.
  /^ *if \(this\.isActive\(\)\) \{$[\s\S]*?\} else (?=\{$)/gm,
  /^ {2}isActive\(\) \{$[\s\S]*?^ {2}\}$/gm,
  /\[\.\.\.(?=protocols, )|, \.\.\.this\.consumer\.subprotocols \|\| \[\]\]/g,
  /^ {2}close\(\{allowReconnect\} = .*\{$[\s\S]*?^ {2}\}$/gm,
  // It sends only where it has heard a welcome; what is sent while the socket closes a browser drops without a word.
  /^ *if \(this\.isOpen\(\)\) \{$/gm,
  /^ *return true\n {4}\} else \{\n *return false\n {4}\}$/gm,
  /^ {2}(isOpen|isState|isProtocolSupported|getState|getProtocol)\((\.\.\.states)?\) \{$[\s\S]*?^ {2}\}$/gm,
  /^const (supportedProtocols|indexOf) = .*$/gm,
  /\badapters\.(?=WebSocket\()/g,
  /^ *return true$/gm,
];
/** In the adapter: what is not bundled needs no stopping, and of what it notifies only what was received is left. */
const IDLE_IN_ADAPTER: readonly RegExp[] = [
  /^ *connection\.monitor\.stop\(\);$/m,
  /(?<=notify: \(identifier), name(?=, data\))/,
  /\bif \(name === "received"\) /,
];
/** The end of the case that a cut has opened. */
const CONFIRMED = "this.subscriptions.confirmSubscription(identifier)";

/**
 * Bundles `@rails/actioncable` from its own sources, without the two parts that never run: `ApplicationChannel` decides
 * when a socket is dead, so the library's monitor is stopped before its first poll, and its log is off. Two kilobytes
 * of every visitor's download.
 */
export const leanActionCable: Plugin = {
  name: "lean-action-cable",
  setup(build) {
    build.onResolve({ filter: /^@rails\/actioncable$/ }, () => ({
      path: join(folder, "index.js"),
      sideEffects: false,
    }));
    build.onResolve({ filter: /^\.\/(connection_monitor|logger)$/ }, ({ path, importer }) =>
      dirname(importer) === folder ? { path: path.slice(2), namespace: "inert" } : null,
    );
    build.onLoad({ filter: /connection\.js$/ }, async ({ path }) =>
      dirname(path) === folder ? { contents: withoutIdle(await readFile(path, "utf8")) } : null,
    );
    build.onLoad({ filter: /action-cable-consumer\.ts$/ }, async ({ path }) => ({
      contents: IDLE_IN_ADAPTER.reduce(cut, await readFile(path, "utf8")),
      loader: "ts",
    }));
    build.onLoad({ filter: /.*/, namespace: "inert" }, ({ path }) => ({ contents: INERT[path] ?? "", loader: "js" }));
  },
};

function withoutIdle(connection: string): string {
  const { message_types: types, protocols } = INTERNAL;
  const [supported, unsupported, ...others] = protocols;
  if (unsupported !== "actioncable-unsupported" || others.length > 0)
    throw new Error("@rails/actioncable speaks more.");
  return IDLE.reduce(cut, connection)
    .replace(CONFIRMED, `return ${CONFIRMED}`)
    .replace("this.consumer.subscriptions", "consumer.subscriptions")
    .replace("this.close({allowReconnect: false})", "this.webSocket.close()")
    .replaceAll("this.isProtocolSupported()", `(this.webSocket.protocol === "${supported}")`)
    .replace("const {message_types, protocols} = INTERNAL", `const protocols = ${JSON.stringify(protocols)}`)
    .replace(/message_types\.(\w+)/g, (_, name: string) => JSON.stringify(types[name]));
}

function cut(text: string, idle: RegExp): string {
  if (text.search(idle) < 0) throw new Error(`@rails/actioncable has changed: ${idle} finds nothing.`);
  return text.replace(idle, "");
}
