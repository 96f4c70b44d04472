import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { ConfigError } from "../config-error.ts";
import { bot, commandsOnly } from "./bot.ts";
import type { Responder } from "./responder.ts";

const BUILT_IN: Readonly<Record<string, Responder>> = { bot, commands: commandsOnly };

/**
 * The responder `CABLECHAT_RESPONDER` names: one that comes with the server, or a module that exports `respond`.
 *
 * @throws ConfigError where there is none
 */
export async function loadResponder(name: string): Promise<Responder> {
  const known = Object.hasOwn(BUILT_IN, name) ? BUILT_IN[name] : undefined;
  if (known) return known;
  if (!/[./\\]/.test(name)) {
    throw new ConfigError(
      `CABLECHAT_RESPONDER=${name} is neither ${Object.keys(BUILT_IN).join(" nor ")} nor a path. Give e.g. ./my-responder.ts`,
    );
  }
  const { respond } = await load(name);
  if (typeof respond === "function") return respond as Responder;
  throw new ConfigError(`CABLECHAT_RESPONDER: ${name} exports no function "respond".`);
}

async function load(path: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    return await import(pathToFileURL(resolve(path)).href);
  } catch (error) {
    // Whatever it is, the one who named the module must read it, with where it happened.
    const why = error instanceof Error ? error.stack : String(error);
    throw new ConfigError(`CABLECHAT_RESPONDER: ${path} cannot be loaded.\n${why}`);
  }
}
