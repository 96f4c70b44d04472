import { attemptStorage } from "../browser/attempt-storage.js";
import { ATTRIBUTE_NAMES } from "../components/attribute-names.js";
import { dispatch, dispatchReady, listen, tell } from "../components/host-events.js";
import { launcherCss } from "../components/launcher/launcher.styles.js";
import { Launcher } from "../components/launcher/launcher.js";
import { invalidAttribute, readRequired } from "../components/required-settings.js";
import { CablechatError } from "../core/errors.js";
import { storageKey } from "../core/storage-key.js";
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
];
//# sourceMappingURL=shared.js.map