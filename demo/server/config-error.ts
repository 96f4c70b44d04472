/** The server cannot start as it was asked to. The message names the setting and the remedy. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}
