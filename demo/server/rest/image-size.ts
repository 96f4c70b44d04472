/** What a file's first bytes say it is. */
export interface SniffedImage {
  readonly contentType: "image/png" | "image/jpeg" | "image/gif" | "image/webp";
  /** In pixels; `null` where the header does not tell. */
  readonly width: number | null;
  readonly height: number | null;
}

/**
 * The raster image the bytes are, whatever their sender calls them; `null` for anything else.
 * Only what this finds is ever shown inline.
 */
export function sniffImage(bytes: Uint8Array): SniffedImage | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const ascii = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
  if (bytes.length >= 24 && view.getUint32(0) === 0x89504e47 && ascii(12, 16) === "IHDR") {
    return { contentType: "image/png", width: view.getUint32(16), height: view.getUint32(20) };
  }
  if (bytes.length >= 10 && /^GIF8[79]a$/.test(ascii(0, 6))) {
    return { contentType: "image/gif", width: view.getUint16(6, true), height: view.getUint16(8, true) };
  }
  if (bytes.length >= 30 && ascii(0, 4) === "RIFF" && ascii(8, 12) === "WEBP") return webp(view, ascii(12, 16));
  if (bytes.length >= 4 && view.getUint16(0) === 0xffd8 && bytes[2] === 0xff) return jpeg(view);
  return null;
}

function webp(view: DataView, chunk: string): SniffedImage {
  const contentType = "image/webp";
  const uint24 = (at: number) => view.getUint16(at, true) + (view.getUint8(at + 2) << 16);
  if (chunk === "VP8X") return { contentType, width: uint24(24) + 1, height: uint24(27) + 1 };
  if (chunk === "VP8 ") {
    return { contentType, width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  }
  return { contentType, width: null, height: null };
}

/** Walks the segments to the frame header (ITU T.81, annex B). */
function jpeg(view: DataView): SniffedImage {
  const contentType = "image/jpeg";
  let at = 2;
  while (at + 9 <= view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { contentType, width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += 2 + view.getUint16(at + 2);
  }
  return { contentType, width: null, height: null };
}
