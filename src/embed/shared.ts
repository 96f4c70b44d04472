import { attemptStorage } from "../browser/attempt-storage.ts";
import { ATTRIBUTE_NAMES } from "../components/attribute-names.ts";
import { dispatch, dispatchReady, listen, tell } from "../components/host-events.ts";
import { launcherCss } from "../components/launcher/launcher.styles.ts";
import { Launcher } from "../components/launcher/launcher.ts";
import { invalidAttribute, readRequired } from "../components/required-settings.ts";
import { CablechatError } from "../core/errors.ts";
import { storageKey } from "../core/storage-key.ts";

/**
 * What the loader has already, so that the panel's script need not bring it again: the build of
 * dist/cablechat-panel.js takes these names from here (scripts/build/from-loader.ts), in this order.
 */
export const shared = [
  ATTRIBUTE_NAMES,
  CablechatError,
  Launcher,
  attemptStorage,
  dispatch,
  dispatchReady,
  invalidAttribute,
  launcherCss,
  listen,
  readRequired,
  storageKey,
  tell,
] as const;
