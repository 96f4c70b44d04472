/** A file that can be read at once: a real one is read in real time, which a virtual clock does not wait for. */
export class SimFile extends File {
  constructor(name: string) {
    super([name], name, { type: "text/plain" });
  }

  override slice(): Blob {
    return Object.assign(new Blob(), { arrayBuffer: () => Promise.resolve(new ArrayBuffer(1)) });
  }
}
