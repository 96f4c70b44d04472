/**
 * Where the keyboard is: into the panel when the visitor opens it, back out when it closes.
 *
 * @param launcher says whether there was something to focus
 */
export function createFocusController(host, input, launcher) {
    const root = host.renderRoot;
    let wanted = false;
    let opener = null;
    let wasOpen = false;
    let leaving = false;
    let focused = null;
    host.addController({
        hostUpdate() {
            focused = root.activeElement;
            leaving = wasOpen && !host.isOpen && !!focused?.closest(".panel");
        },
        hostUpdated() {
            const { isOpen } = host;
            if (isOpen && wanted)
                input.focus();
            if (leaving && !launcher.focus())
                opener?.focus();
            // A button that has gone with what it was for: the keyboard goes on from where it stood.
            if (focused && !root.activeElement)
                root.querySelector(".messages")?.focus();
            focused = null;
            if (wasOpen && !isOpen)
                opener = null;
            wanted = false;
            wasOpen = isOpen;
        },
    });
    const fullScreen = () => matchMedia("(max-width:480px)").matches;
    return {
        fullScreen,
        moveInOnOpen() {
            wanted = true;
            if (!host.isOpen)
                opener = document.activeElement;
            host.requestUpdate();
        },
        keepInside(event) {
            if (event.key !== "Tab" || !fullScreen())
                return;
            const stops = [...root.querySelectorAll(".panel :is(button:not(:disabled),a,textarea,[tabindex])")];
            if (event.shiftKey)
                stops.reverse();
            if (root.activeElement !== stops.at(-1))
                return;
            event.preventDefault();
            stops[0]?.focus();
        },
    };
}
//# sourceMappingURL=focus-controller.js.map