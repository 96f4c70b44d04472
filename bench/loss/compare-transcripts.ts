/** What both sides have written, by its text, of which no two are the same. */
export interface Transcripts {
  /** The visitor's, in the order of writing. */
  readonly written: readonly string[];
  /** The backend's log, in its order. */
  readonly log: readonly string[];
  /** What stands on the visitor's page, from the top. */
  readonly shown: readonly string[];
}

/** What became of it. All zeros is what a chat is for. */
export interface Differences {
  /** In the log, and not on the page. */
  readonly lost: number;
  /** On the page once more than once. */
  readonly doubled: number;
  /** On the page at another place than the log's: how many would have to move. */
  readonly misordered: number;
  /** Written by the visitor, and not in the log. */
  readonly unsent: number;
  /** In the log once more than the visitor wrote it. */
  readonly sentTwice: number;
  /** In the log at another place than the visitor's: how many would have to move. */
  readonly sentOutOfOrder: number;
}

export function compareTranscripts({ written, log, shown }: Transcripts): Differences {
  const [stored, seen] = [new Set(log), new Set(shown)];
  return {
    lost: [...stored].filter((text) => !seen.has(text)).length,
    doubled: shown.length - seen.size,
    misordered: outOfOrder([...seen], [...stored]),
    unsent: written.filter((text) => !stored.has(text)).length,
    sentTwice: log.length - stored.size,
    sentOutOfOrder: outOfOrder([...stored], written),
  };
}

/** How many of `texts` have to move until all stand in the order of `reference`; strangers to it do not count. */
function outOfOrder(texts: readonly string[], reference: readonly string[]): number {
  const place = new Map(reference.map((text, index) => [text, index]));
  const places = texts.flatMap((text) => place.get(text) ?? []);
  return places.length - longestRise(places);
}

/** The length of the longest rising subsequence. */
function longestRise(places: readonly number[]): number {
  /** At each length, less one, the lowest place that a rising subsequence of that length can end at. */
  const ends: number[] = [];
  for (const place of places) {
    const length = ends.findIndex((end) => end >= place);
    if (length < 0) ends.push(place);
    else ends[length] = place;
  }
  return ends.length;
}
