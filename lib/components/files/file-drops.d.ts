export interface FileDropEvents {
    /** Whether files can be taken now. */
    ready(): boolean;
    dropped(files: Iterable<File>): void;
    /** Whether files are being held over the panel. */
    held(isHeld: boolean): void;
}
/** Hears what is dropped on the panel and pasted into its field. It lives as long as `root`, the element's own. */
export declare function listenForFiles(root: ParentNode & EventTarget, { ready, dropped, held }: FileDropEvents): void;
