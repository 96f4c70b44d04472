import { randomBytes } from "node:crypto";
import { createReadStream, type ReadStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";

/** What may be uploaded: the bootstrap tells the widget. */
export const ACCEPTED_UPLOADS: readonly string[] = [
  "image/png",
  "image/jpeg",
  "image/gif",
  "image/webp",
  "application/pdf",
  "text/plain",
  "text/csv",
  "application/zip",
  "video/mp4",
  "audio/mpeg",
];

/** The bytes of uploads, a file each, named by their unguessable ids. */
export class UploadFiles {
  readonly #folder: string;

  constructor(dataDir: string) {
    this.#folder = join(dataDir, "uploads");
  }

  /** @returns the new id, once the bytes are on the disk */
  async write(bytes: Uint8Array): Promise<string> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const id = randomBytes(24).toString("base64url");
    const path = this.#path(id);
    const file = await open(`${path}.part`, "wx", 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(`${path}.part`, path);
    const folder = await open(this.#folder);
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
    return id;
  }

  read(id: string): ReadStream {
    return createReadStream(this.#path(id));
  }

  async remove(ids: readonly string[]): Promise<void> {
    for (const id of ids) await rm(this.#path(id), { force: true });
  }

  /** The names of files older than a time (milliseconds since the epoch), half-written ones too. */
  async olderThan(timeMs: number): Promise<string[]> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const names = await readdir(this.#folder);
    const times = await Promise.all(names.map(async (name) => (await stat(join(this.#folder, name))).mtimeMs));
    return names.filter((_, index) => (times[index] ?? timeMs) < timeMs);
  }

  /** Removes files by the names `olderThan` gave. */
  async sweep(names: readonly string[]): Promise<void> {
    for (const name of names) await rm(join(this.#folder, name), { force: true });
  }

  #path(id: string): string {
    if (!/^[\w-]{32}$/.test(id)) throw new Error("Not an upload's id.");
    return join(this.#folder, id);
  }
}
