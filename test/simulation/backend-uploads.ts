/** An uploaded file, as a message has it. */
export interface Upload {
  readonly id: string;
  readonly name: string;
}

/** What was uploaded and belongs to no message yet, each under its session (protocol/README.md, "Uploads"). */
export class BackendUploads {
  readonly #bySession = new Map<string, Map<string, Upload>>();
  #lastId = 0;

  /** @returns its id */
  add(session: string, name: string): string {
    const id = `upload-${++this.#lastId}`;
    const own = this.#bySession.get(session) ?? new Map();
    this.#bySession.set(session, own.set(id, { id, name }));
    return id;
  }

  /** A message takes them; they are nobody else's then. @returns `null`, and takes none, where one is not known */
  take(session: string, ids: readonly string[]): Upload[] | null {
    const own = this.#bySession.get(session);
    const found = ids.flatMap((id) => own?.get(id) ?? []);
    if (found.length < ids.length) return null;
    for (const id of ids) own?.delete(id);
    return found;
  }

  /** Nobody has attached them for a day. */
  expire(): void {
    this.#bySession.clear();
  }
}
