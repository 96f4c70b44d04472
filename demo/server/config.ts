import { randomBytes } from "node:crypto";
import { resolve } from "node:path";
import { ConfigError } from "./config-error.ts";
import { CRASH_POINTS, type CrashPoint } from "./crash-point.ts";

/** How the embedded server was asked to run. Every field comes from one environment variable, listed in `readConfig`. */
export interface Config {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  readonly dataDir: string;
  readonly agent: { readonly token: string; readonly name: string };
  readonly webchat: WebchatConfig;
  /** Where this server is reached from outside, without a slash at the end; `null` until it listens. */
  readonly publicUrl: string | null;
  readonly limits: Limits;
  /** Who answers visitors besides the agents; `null` for nobody. */
  readonly responder: ResponderConfig | null;
  /** The supervisor's fault control, for the demo page; `null` where there is no supervisor. */
  readonly controlUrl: string | null;
  /** For tests of crashes, see `crashPoint`; `null` everywhere else. */
  readonly crashAt: CrashPoint | null;
  /** Whether requests are logged. */
  readonly log: boolean;
}

export interface WebchatConfig {
  readonly id: string;
  readonly name: string;
  readonly greeting: string;
  /** `null`: any port of this machine itself (localhost, 127.0.0.1, ::1). */
  readonly origins: readonly string[] | null;
  /** Signs identities; `null`: made at the first start and kept with the data. */
  readonly identitySecret: string | null;
}

export interface ResponderConfig {
  /** `bot`, `commands`, or a module's path. */
  readonly name: string;
  /** How long it may take over one message, in seconds. @default 120 */
  readonly limitS: number;
}

export interface Limits {
  /** Messages one session may send in a minute. @default 300 */
  readonly sendsPerMinute: number;
  /** Requests one address may make in a minute. @default 6000 */
  readonly requestsPerMinute: number;
  /** @default 10485760 (10 MiB) */
  readonly uploadMaxBytes: number;
}

const DEFAULTS = {
  port: 4000,
  sendsPerMinute: 300,
  requestsPerMinute: 6_000,
  uploadMaxBytes: 10 * 1024 * 1024,
  responderSeconds: 120,
};

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws ConfigError naming the variable that is wrong */
export function readConfig(env: Environment): Config {
  return {
    host: env["HOST"] || "127.0.0.1",
    port: integer(env, "PORT", DEFAULTS.port, { min: 0, max: 65_535 }),
    dataDir: resolve(env["CABLECHAT_DATA"] || "./data"),
    agent: {
      token: env["CABLECHAT_AGENT_TOKEN"] || randomBytes(24).toString("base64url"),
      name: env["CABLECHAT_AGENT_NAME"] || "Ana",
    },
    webchat: {
      id: "demo",
      name: env["CABLECHAT_NAME"] || "Cablechat demo",
      greeting: env["CABLECHAT_GREETING"] || "Hi! Ask us anything. A person answers, and nothing you write gets lost.",
      origins: origins(env["CABLECHAT_ORIGINS"]),
      identitySecret: env["CABLECHAT_IDENTITY_SECRET"] || null,
    },
    publicUrl: publicUrl(env["CABLECHAT_PUBLIC_URL"]),
    limits: {
      sendsPerMinute: integer(env, "CABLECHAT_SENDS_PER_MINUTE", DEFAULTS.sendsPerMinute, { min: 1 }),
      requestsPerMinute: integer(env, "CABLECHAT_REQUESTS_PER_MINUTE", DEFAULTS.requestsPerMinute, { min: 1 }),
      uploadMaxBytes: integer(env, "CABLECHAT_UPLOAD_MAX_BYTES", DEFAULTS.uploadMaxBytes, { min: 1 }),
    },
    responder: responder(env),
    controlUrl: env["CABLECHAT_CONTROL_URL"] || null,
    crashAt: crashAt(env["CABLECHAT_CRASH_AT"]),
    log: env["CABLECHAT_LOG"] !== "off",
  };
}

function integer(env: Environment, name: string, otherwise: number, { min = 0, max = 1_000_000_000 }): number {
  const text = env[name];
  if (text === undefined || text === "") return otherwise;
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= min && value <= max)) {
    throw new ConfigError(`${name}=${text} is not usable: give a whole number from ${min} to ${max}.`);
  }
  return value;
}

function origins(list: string | undefined): string[] | null {
  if (!list) return null;
  return list.split(",").map((entry) => {
    const text = entry.trim();
    if (!URL.canParse(text) || new URL(text).origin !== text) {
      throw new ConfigError(`CABLECHAT_ORIGINS: "${text}" is no origin. Give e.g. https://www.example.com, no path.`);
    }
    return text;
  });
}

function responder(env: Environment): ResponderConfig | null {
  const limitS = integer(env, "CABLECHAT_RESPONDER_SECONDS", DEFAULTS.responderSeconds, { min: 1, max: 86_400 });
  const name = env["CABLECHAT_RESPONDER"];
  return name ? { name, limitS } : null;
}

function crashAt(text: string | undefined): CrashPoint | null {
  const point = CRASH_POINTS.find((candidate) => candidate === text) ?? null;
  if (text && !point) throw new ConfigError(`CABLECHAT_CRASH_AT=${text} is none of ${CRASH_POINTS.join(", ")}.`);
  return point;
}

function publicUrl(text: string | undefined): string | null {
  if (!text) return null;
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new ConfigError(`CABLECHAT_PUBLIC_URL=${text} is no http(s) URL.`);
  }
  return text.replace(/\/+$/, "");
}
