import type { CablechatError } from "../core/errors.ts";
import { ONCE, POSITIONS, STORAGES, THEMES } from "./choices.ts";
import { ATTRIBUTE_DEFAULTS } from "./element-properties.ts";
import { type AttributeReader, type RequiredSettings, readRequired } from "./required-settings.ts";

export type Position = (typeof POSITIONS)[number];
export type Theme = (typeof THEMES)[number];
export type AutoOpenOnce = (typeof ONCE)[number];

/** The element's attributes, read and checked. */
export interface Settings extends RequiredSettings {
  channel: string | undefined;
  locale: string;
  theme: Theme;
  position: Position;
  /** Seconds until the chat opens by itself; `null` for never. */
  autoOpenSeconds: number | null;
  autoOpenOnce: AutoOpenOnce | null;
  reconnectDelayMs: number;
  maxReconnectDelayMs: number;
  storage: (typeof STORAGES)[number];
}

/**
 * Reads the attributes of `<cable-chat>`. What is optional and wrong has its default; `null` where a required one is
 * missing or wrong: then there is nothing to show.
 *
 * @param complain hears of each wrong attribute, once a call; of an optional one a moment later
 */
export function readSettings(read: AttributeReader, complain: (problem: CablechatError) => void): Settings | null {
  const required = readRequired(read, complain);
  if (!required) return null;
  const check = <T>(name: string, parse: (value: string) => T | undefined): T => {
    const value = read(name);
    const parsed = value === null ? undefined : parse(value);
    if (parsed !== undefined) return parsed;
    if (value !== null) {
      import("./wrong-attribute.ts").then(
        ({ wrongAttribute }) => complain(wrongAttribute(name, value)),
        // The named case: it does not load. The default holds all the same.
        () => undefined,
      );
    }
    return parse(String(ATTRIBUTE_DEFAULTS[name])) as T;
  };
  const choice = <T extends string>(name: string, choices: readonly T[]) =>
    check(name, (value) => choices.find((each) => each === value));
  const delay = (name: string) => check(name, (value) => (Number(value) > 0 ? Number(value) : undefined));
  return {
    ...required,
    channel: read("channel") ?? undefined,
    locale: check("locale", (value) => (isLocale(value) ? value : undefined)),
    theme: choice("theme", THEMES),
    position: choice("position", POSITIONS),
    autoOpenSeconds: check("auto-open", parseAutoOpen),
    autoOpenOnce: choice("auto-open-once", ONCE) ?? null,
    reconnectDelayMs: delay("reconnect-delay"),
    maxReconnectDelayMs: delay("max-reconnect-delay"),
    storage: choice("storage", STORAGES),
  };
}

function parseAutoOpen(value: string): number | null | undefined {
  if (value === "off") return null;
  if (value === "load") return 0;
  return value.trim() !== "" && Number(value) >= 0 ? Number(value) : undefined;
}

function isLocale(value: string): boolean {
  try {
    return value === "auto" || !!new Intl.Locale(value);
  } catch (error) {
    // The named case: a malformed tag is a RangeError (ECMA-402, section 14.1.1).
    if (error instanceof RangeError) return false;
    throw error;
  }
}
