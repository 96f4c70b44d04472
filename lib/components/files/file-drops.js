/** Hears what is dropped on the panel and pasted into its field. It lives as long as `root`, the element's own. */
export function listenForFiles(root, { ready, dropped, held }) {
    const panelOf = ({ target }) => target.closest(".panel");
    const onDrag = (event) => {
        const { dataTransfer } = event;
        if (event.type === "drop")
            held(false);
        // Text is dropped into the field as ever.
        if (!dataTransfer?.types.includes("Files") || !ready() || !panelOf(event))
            return;
        event.preventDefault();
        dataTransfer.dropEffect = "copy";
        if (event.type === "drop")
            dropped(dataTransfer.files);
        else
            held(true);
    };
    for (const type of ["dragenter", "dragover", "drop"])
        root.addEventListener(type, onDrag);
    root.addEventListener("dragleave", (event) => {
        if (!panelOf(event)?.contains(event.relatedTarget))
            held(false);
    });
    root.addEventListener("paste", (event) => {
        const { clipboardData } = event;
        // The cells of a spreadsheet come with a picture of themselves, and are meant as text.
        const isText = ["text/html", "text/plain"].every((type) => clipboardData?.types.includes(type));
        if (!clipboardData?.files.length || isText || !ready() || !panelOf(event))
            return;
        event.preventDefault();
        dropped(clipboardData.files);
    });
}
//# sourceMappingURL=file-drops.js.map