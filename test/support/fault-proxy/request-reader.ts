/** What the first bytes of an HTTP/1.1 request tell. */
export interface ProxiedRequest {
  /** The whole request line, e.g. `GET /cable HTTP/1.1`. */
  readonly line: string;
  readonly upgrade: boolean;
}

/** A run of bytes to forward; `request` where they are a request's head. */
export interface RequestPart {
  readonly request: ProxiedRequest | null;
  readonly bytes: Buffer;
}

const HEAD_END = "\r\n\r\n";
const MAX_HEAD_BYTES = 65_536;

/**
 * Finds the request heads in what a client sends, so that a fault can aim at one request of a kept-alive connection.
 * A head is held back until it is complete: whoever decides about it decides before the server sees a byte.
 * After an upgrade, a chunked body or something that is no HTTP the rest passes unread.
 */
export class RequestReader {
  #held: Buffer = Buffer.alloc(0);
  #bodyBytes = 0;
  #opaque = false;

  push(bytes: Buffer): RequestPart[] {
    const parts: RequestPart[] = [];
    let rest = bytes;
    while (rest.length > 0) {
      if (this.#opaque) return [...parts, { request: null, bytes: rest }];
      if (this.#bodyBytes > 0) {
        const body = rest.subarray(0, this.#bodyBytes);
        this.#bodyBytes -= body.length;
        rest = rest.subarray(body.length);
        parts.push({ request: null, bytes: body });
        continue;
      }
      this.#held = Buffer.concat([this.#held, rest]);
      const end = this.#held.indexOf(HEAD_END);
      if (end < 0) {
        if (this.#held.length > MAX_HEAD_BYTES) parts.push({ request: null, bytes: this.#release() });
        return parts;
      }
      const head = this.#held.subarray(0, end + HEAD_END.length);
      rest = this.#held.subarray(head.length);
      this.#held = Buffer.alloc(0);
      parts.push({ request: this.#read(head.toString("latin1")), bytes: head });
    }
    return parts;
  }

  #read(head: string): ProxiedRequest {
    const [line = "", ...headers] = head.split("\r\n");
    const upgrade = headers.some((header) => /^upgrade:\s*websocket/i.test(header));
    const chunked = headers.some((header) => /^transfer-encoding:/i.test(header));
    const length = headers.map((header) => /^content-length:\s*(\d+)/i.exec(header)?.[1]).find(Boolean);
    this.#opaque = upgrade || chunked || !/ HTTP\/1\.[01]$/.test(line);
    this.#bodyBytes = Number(length ?? 0);
    return { line, upgrade };
  }

  #release(): Buffer {
    const held = this.#held;
    this.#held = Buffer.alloc(0);
    this.#opaque = true;
    return held;
  }
}
