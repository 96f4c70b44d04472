interface KeyedRow {
    readonly key: string;
    /** What it is drawn from; where none of it has changed, the row stays as it is. */
    readonly inputs: readonly unknown[];
    readonly draw: () => unknown;
}
/**
 * A list that keeps a key's node for as long as the key is in it, draws a row only when what it is drawn from has
 * changed, and leaves the others' nodes where they are: a node that moves loses its animations and the focus in it.
 */
export declare class KeyedRows {
    #private;
    /** Stands in the document for as long as the list does. */
    readonly element: HTMLDivElement;
    constructor();
    /** Shows what `make` gives, in its order. @param inputs what it makes them from */
    show(inputs: readonly unknown[], make: () => readonly KeyedRow[]): void;
}
export {};
