/** A file of so many bytes; its content is its name. */
export function file(name: string, type = "text/plain", size = name.length): File {
  return new File([name.padEnd(size).slice(0, size)], name, { type });
}

/** One that was there when it was chosen, and is not any more: every read of it fails, as the platform says it. */
export function goneFile(name: string): File {
  const gone = file(name);
  const slice = () => ({ arrayBuffer: () => Promise.reject(new DOMException("It has changed.", "NotReadableError")) });
  return Object.assign(gone, { slice }) as unknown as File;
}
