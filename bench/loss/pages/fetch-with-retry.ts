const RETRIES = 4;
const BASE_DELAY_MS = 1_000;
const TIMEOUT_MS = 10_000;
const TRANSIENT = new Set([408, 429, 500, 502, 503, 504]);

/**
 * `fetch` with retries as recipes teach it: what is transient is tried again, four times, with a delay that doubles
 * and some jitter, or the server's `Retry-After`; each try has ten seconds.
 *
 * @throws what the last try threw, or an Error with its status
 */
export async function fetchWithRetry(url: string, init: RequestInit): Promise<Response> {
  for (let attempt = 0; ; attempt += 1) {
    let waitMs = BASE_DELAY_MS * 2 ** attempt * (1 + Math.random() * 0.3);
    try {
      const response = await fetch(url, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });
      if (response.ok) return await whole(response);
      if (!TRANSIENT.has(response.status)) throw new Refused(`${response.status} for ${url}`);
      if (attempt >= RETRIES) throw new Error(`${response.status} for ${url}`);
      const retryAfterMs = Number(response.headers.get("Retry-After")) * 1_000;
      waitMs = Math.max(waitMs, retryAfterMs);
    } catch (error) {
      if (error instanceof Refused || attempt >= RETRIES) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, waitMs));
  }
}

/** A retry would change nothing. */
class Refused extends Error {}

/** Read to its end here: an answer that is cut off in the middle is worth a retry, too. */
async function whole(response: Response): Promise<Response> {
  return new Response(await response.text(), response);
}
