/** One line of the server's log. Never given a header, a query or a body: secrets travel there. */
export type Log = (line: string) => void;

/** To standard output. */
export const consoleLog: Log = (line) => void process.stdout.write(`${line}\n`);

/** Requests to nowhere; what went wrong is told all the same. */
export const errorLog: Log = (line) => {
  if (line.startsWith("error ")) process.stderr.write(`${line}\n`);
};
