const MINUTE_MS = 60_000;

/** How much a page asks for: the most within any minute. */
export class RequestRate {
  readonly #requests: number[] = [];
  readonly #sockets: number[] = [];

  request(atMs: number): void {
    this.#requests.push(atMs);
  }

  socket(atMs: number): void {
    this.#sockets.push(atMs);
  }

  get requestsAMinute(): number {
    return busiest(this.#requests);
  }

  get socketsAMinute(): number {
    return busiest(this.#sockets);
  }
}

function busiest(times: readonly number[]): number {
  let most = 0;
  let from = 0;
  times.forEach((time, index) => {
    while (time - (times[from] ?? time) > MINUTE_MS) from += 1;
    most = Math.max(most, index - from + 1);
  });
  return most;
}
