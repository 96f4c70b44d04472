import { render } from "lit/html.js";
import { differs } from "../differs.ts";

interface KeyedRow {
  readonly key: string;
  /** What it is drawn from; where none of it has changed, the row stays as it is. */
  readonly inputs: readonly unknown[];
  readonly draw: () => unknown;
}

interface Standing {
  readonly element: HTMLElement;
  inputs: readonly unknown[];
}

/**
 * A list that keeps a key's node for as long as the key is in it, draws a row only when what it is drawn from has
 * changed, and leaves the others' nodes where they are: a node that moves loses its animations and the focus in it.
 */
export class KeyedRows {
  /** Stands in the document for as long as the list does. */
  readonly element = document.createElement("div");
  #inputs: readonly unknown[] = [];
  #standing = new Map<string, Standing>();

  constructor() {
    this.element.className = "rows";
  }

  /** Shows what `make` gives, in its order. @param inputs what it makes them from */
  show(inputs: readonly unknown[], make: () => readonly KeyedRow[]): void {
    if (!differs(this.#inputs, inputs)) return;
    this.#inputs = inputs;
    const gone = this.#standing;
    this.#standing = new Map();
    const rows = make().map(({ key, inputs, draw }) => {
      const row = gone.get(key) ?? { element: document.createElement("div"), inputs: [] };
      gone.delete(key);
      this.#standing.set(key, row);
      if (differs(row.inputs, inputs)) render(draw(), row.element);
      row.inputs = inputs;
      return row.element;
    });
    for (const { element } of gone.values()) element.remove();
    let next = this.element.firstChild;
    for (const row of rows) {
      if (row === next) next = row.nextSibling;
      else this.element.insertBefore(row, next);
    }
  }
}
