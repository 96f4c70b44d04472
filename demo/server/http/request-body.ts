import type { IncomingMessage } from "node:http";
import { Problem } from "./problem.ts";

/** The longest message, its characters escaped at worst, and room for the page it was written on. */
const JSON_MAX_BYTES = 256 * 1024;

/** @throws Problem `unsupported_media_type`, `payload_too_large`, `invalid_json` */
export async function readJson(incoming: IncomingMessage): Promise<unknown> {
  const type = incoming.headers["content-type"] ?? "";
  if (!/^application\/json\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?$/i.test(type)) {
    throw new Problem("unsupported_media_type", "Send Content-Type: application/json in UTF-8.");
  }
  const bytes = await readBytes(incoming, JSON_MAX_BYTES);
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    // The named case: no JSON (SyntaxError), or no UTF-8 (TypeError).
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error;
    throw new Problem("invalid_json", `The body is no JSON in UTF-8: ${error.message}`);
  }
}

/**
 * Keeps at most `maxBytes`. What is beyond is read and thrown away while the refusal goes out: closing on unread bytes
 * would reset the connection, and the client would never see why. The server's request timeout bounds it.
 *
 * @throws Problem `payload_too_large`
 */
export function readBytes(incoming: IncomingMessage, maxBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const refuse = () => {
      incoming.removeAllListeners("data").resume();
      reject(new Problem("payload_too_large", `The body may have ${maxBytes} bytes.`));
    };
    incoming.on("error", reject);
    if (Number(incoming.headers["content-length"] ?? 0) > maxBytes) return refuse();
    const chunks: Buffer[] = [];
    let size = 0;
    incoming.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxBytes) refuse();
      else chunks.push(chunk);
    });
    incoming.on("end", () => resolve(Buffer.concat(chunks)));
  });
}
