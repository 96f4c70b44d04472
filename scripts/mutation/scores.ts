/** In percent, of each folder. */
export const MIN_SCORE = 85;

/** What is read of Stryker's JSON report (mutation-testing-elements, schema 1). */
export interface MutationReport {
  readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly status: string }[] }>>;
}

export interface FolderScore {
  readonly folder: string;
  readonly killed: number;
  readonly timedOut: number;
  /** Those that no test reaches among them. */
  readonly survived: number;
  /** Killed and timed out, in percent of all. */
  readonly score: number;
}

/**
 * One row a folder of `src/`, and one of all. A mutant that could not be tried counts for nothing.
 *
 * @throws where nothing of a folder was tried
 */
export function scoresByFolder({ files }: MutationReport, folders: readonly string[]): FolderScore[] {
  const statusesIn = (folder: string) =>
    Object.entries(files).flatMap(([path, { mutants }]) =>
      path.startsWith(`src/${folder}/`) ? mutants.map(({ status }) => status) : [],
    );
  const rows = folders.map((folder) => scoreOf(folder, statusesIn(folder)));
  return [...rows, scoreOf("total", folders.flatMap(statusesIn))];
}

function scoreOf(folder: string, statuses: readonly string[]): FolderScore {
  const count = (...wanted: readonly string[]) => statuses.filter((status) => wanted.includes(status)).length;
  const [killed, timedOut, survived] = [count("Killed"), count("Timeout"), count("Survived", "NoCoverage")];
  const all = killed + timedOut + survived;
  if (all === 0) throw new Error(`Nothing of "${folder}" was tried.`);
  return { folder, killed, timedOut, survived, score: ((killed + timedOut) / all) * 100 };
}
