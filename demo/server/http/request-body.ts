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

/** @throws Problem `payload_too_large`, before more than `maxBytes` are kept */
export async function readBytes(incoming: IncomingMessage, maxBytes: number): Promise<Buffer> {
  if (Number(incoming.headers["content-length"] ?? 0) > maxBytes) throw tooLarge(maxBytes);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(maxBytes: number): Problem {
  // The rest of the body is not read, so the connection cannot serve another request.
  return new Problem("payload_too_large", `The body may have ${maxBytes} bytes.`, { headers: { Connection: "close" } });
}
