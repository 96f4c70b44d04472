import type { PropertyDeclarations } from "lit";

/** The element's attributes and properties. What the style sheets look at is reflected; a default never is. */
export const ELEMENT_PROPERTIES = {
  endpoint: {},
  webchat: {},
  cable: {},
  channel: {},
  locale: { useDefault: true },
  theme: { reflect: true, useDefault: true },
  position: { reflect: true, useDefault: true },
  isOpen: { type: Boolean, attribute: "open", reflect: true, useDefault: true },
  launcherHidden: { type: Boolean, attribute: "hide-launcher", reflect: true, useDefault: true },
  launcherIcon: { attribute: "launcher-icon" },
  launcherLabel: { attribute: "launcher-label" },
  autoOpen: { attribute: "auto-open", useDefault: true },
  autoOpenOnce: { attribute: "auto-open-once" },
  reconnectDelay: { attribute: "reconnect-delay", useDefault: true },
  maxReconnectDelay: { attribute: "max-reconnect-delay", useDefault: true },
  storage: { useDefault: true },
} satisfies PropertyDeclarations;

/** What stands where neither the attribute nor the property is set. */
export const PROPERTY_DEFAULTS = {
  locale: "auto",
  theme: "auto",
  position: "bottom-right",
  isOpen: false,
  launcherHidden: false,
  autoOpen: "off",
  reconnectDelay: 1000,
  maxReconnectDelay: 30_000,
  storage: "local",
};
