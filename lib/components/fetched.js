/**
 * What few visitors see, of a module that is fetched when it is first asked for. Then `host` is drawn anew.
 *
 * @returns gives what `load` has loaded; `undefined` until then, and where it does not load: the chat works without it
 */
export function fetched(host, load) {
    let asked = false;
    let found;
    return () => {
        if (!asked) {
            asked = true;
            load().then((loaded) => {
                found = loaded;
                host.requestUpdate();
            }, () => undefined);
        }
        return found;
    };
}
//# sourceMappingURL=fetched.js.map