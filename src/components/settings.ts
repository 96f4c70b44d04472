import { CablechatError } from "../core/errors.ts";

export type Position = "bottom-right" | "bottom-left" | "top-right" | "top-left" | "inline";
export type Theme = "auto" | "light" | "dark";
export type AutoOpenOnce = "visitor" | "session";

/** The element's attributes, read and checked. */
export interface Settings {
  /** Absolute. */
  endpoint: string;
  webchat: string;
  cable: string | undefined;
  channel: string | undefined;
  locale: string;
  theme: Theme;
  position: Position;
  /** Seconds until the chat opens by itself; `null` for never. */
  autoOpenSeconds: number | null;
  autoOpenOnce: AutoOpenOnce | null;
  reconnectDelayMs: number;
  maxReconnectDelayMs: number;
  storage: "local" | "session" | "none";
}

export interface ReadSettings {
  /** `null` where a required attribute is missing or wrong: then there is nothing to show. */
  settings: Settings | null;
  /** One an attribute, each naming the attribute and the remedy. */
  problems: readonly CablechatError[];
}

const POSITIONS = ["bottom-right", "bottom-left", "top-right", "top-left", "inline"] as const;
const THEMES = ["auto", "light", "dark"] as const;
const STORAGES = ["local", "session", "none"] as const;
const ONCE = ["visitor", "session"] as const;

/**
 * Reads the attributes of `<cable-chat>`, or of its script tag.
 *
 * @param read the attribute's value, or `null` where it is absent
 * @param base what a relative `endpoint` is relative to
 * @param prefix what the attributes' names begin with, for the messages
 */
export function readSettings(read: (attribute: string) => string | null, base: string, prefix = ""): ReadSettings {
  const problems: CablechatError[] = [];
  const complain = (attribute: string, remedy: string) => {
    problems.push(new CablechatError("invalid_configuration", `Attribute "${prefix}${attribute}" ${remedy}`));
  };
  const choice = <T extends string>(attribute: string, choices: readonly T[]): T | null => {
    const value = read(attribute);
    if (value === null || (choices as readonly string[]).includes(value)) return value as T | null;
    complain(attribute, `is "${value}"; it must be one of ${choices.join(", ")}.`);
    return null;
  };
  const milliseconds = (attribute: string, fallback: number): number => {
    const value = read(attribute);
    if (value === null) return fallback;
    if (value.trim() !== "" && Number(value) > 0 && Number.isFinite(Number(value))) return Number(value);
    complain(attribute, `is "${value}"; it must be a number of milliseconds above 0. ${fallback} is used.`);
    return fallback;
  };
  const required = (attribute: string, example: string): string => {
    const value = read(attribute)?.trim() ?? "";
    if (value === "") complain(attribute, `is missing; set it, e.g. ${prefix}${attribute}="${example}".`);
    return value;
  };

  const endpoint = required("endpoint", "https://app.example.com/cablechat");
  const webchat = required("webchat", "acme");
  if (endpoint !== "" && !isHttpUrl(endpoint, base)) {
    complain("endpoint", `is "${endpoint}"; it must be the http(s) URL of the backend's mount point.`);
  }
  if (problems.length > 0) return { settings: null, problems };

  const autoOpen = read("auto-open") ?? "off";
  const seconds = autoOpen === "load" ? 0 : autoOpen.trim() === "" ? Number.NaN : Number(autoOpen);
  const opens = Number.isFinite(seconds) && seconds >= 0;
  if (!opens && autoOpen !== "off") complain("auto-open", `is "${autoOpen}"; it must be off, load or seconds.`);
  const locale = read("locale") ?? "auto";
  const localeFits = locale === "auto" || isLanguageTag(locale);
  if (!localeFits) complain("locale", `is "${locale}"; it must be auto or a BCP 47 tag such as en-GB.`);

  const settings: Settings = {
    endpoint: URL.canParse(endpoint) ? endpoint : new URL(endpoint, base).href,
    webchat,
    cable: read("cable") ?? undefined,
    channel: read("channel") ?? undefined,
    locale: localeFits ? locale : "auto",
    theme: choice("theme", THEMES) ?? "auto",
    position: choice("position", POSITIONS) ?? "bottom-right",
    autoOpenSeconds: opens ? seconds : null,
    autoOpenOnce: choice("auto-open-once", ONCE),
    reconnectDelayMs: milliseconds("reconnect-delay", 1000),
    maxReconnectDelayMs: milliseconds("max-reconnect-delay", 30_000),
    storage: choice("storage", STORAGES) ?? "local",
  };
  return { settings, problems };
}

function isHttpUrl(value: string, base: string): boolean {
  return URL.canParse(value, base) && /^https?:$/.test(new URL(value, base).protocol);
}

function isLanguageTag(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch (error) {
    // The named case: a malformed tag is a RangeError (ECMA-402, section 9.2.1).
    if (error instanceof RangeError) return false;
    throw error;
  }
}
