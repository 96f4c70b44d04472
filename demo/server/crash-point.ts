/** Where a test may have the server die: between the commit and the broadcast, or between that and the response. */
export const CRASH_POINTS = ["before-broadcast", "before-response"] as const;

export type CrashPoint = (typeof CRASH_POINTS)[number];

/** What a visitor writes to be the one whose message it happens with. */
const WORD = "crash";

/** Dies as by `kill -9`, where `CABLECHAT_CRASH_AT` asks for it here and the message is the one. Otherwise nothing. */
export function crashPoint(here: CrashPoint, wanted: CrashPoint | null, text: string | undefined): void {
  if (wanted === here && text === WORD) process.kill(process.pid, "SIGKILL");
}
