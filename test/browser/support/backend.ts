import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../../../scripts/support/root.ts";
import { startEmbeddedBackend } from "./embedded-backend.ts";

export interface BackendOptions {
  /** Which sites may use the webchat. @default any port of this machine */
  readonly origins?: readonly string[];
}

/** Whatever speaks the protocol behind the widget: a process that can be ended and started again on its port. */
export interface Backend {
  /** `http://HOST:PORT` */
  readonly origin: string;
  /** REST's mount point. */
  readonly base: string;
  /** The cable's URL, `ws://…`. */
  readonly cable: string;
  readonly webchat: string;
  /** The agent's bearer token. */
  readonly token: string;
  /** The agent's desk, a page. */
  readonly desk: string;
  /** Ends the process; port and data stay. Harmless where it has ended. */
  halt(signal: "SIGTERM" | "SIGKILL"): Promise<void>;
  /** Starts it where it has ended; resolves when it listens. */
  start(): Promise<void>;
  /** Ends it for good. */
  stop(): Promise<void>;
}

/** What a module named by `CABLECHAT_BACKEND` exports as `startBackend`. */
export type StartBackend = (options: BackendOptions) => Promise<Backend>;

/**
 * Starts the backend the tests run against: the embedded server, or what `CABLECHAT_BACKEND` names (a module, from the
 * project's root), so that the same tests show that another backend keeps the protocol.
 */
export const startBackend: StartBackend = async (options) => {
  const path = process.env["CABLECHAT_BACKEND"];
  if (!path) return startEmbeddedBackend(options);
  const other = (await import(pathToFileURL(resolve(root, path)).href)) as { startBackend: StartBackend };
  return other.startBackend(options);
};
