/** A chunk of a streaming message (protocol/README.md, "The cable", `message.delta`). */
export interface Delta {
    readonly id: string;
    readonly chunk: number;
    readonly text: string;
}
/** Whether a chunk that came before its turn is held too. The first one is, however long it is: by it the gap is known. */
export declare function isHeld(delta: Delta, held: readonly Delta[]): boolean;
