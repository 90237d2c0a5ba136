/** How `plumbline` ends; scripts decide by these (README.md lists them). */
export const exitCodes = {
  /** Loaded, nothing new in it, or a dry run that found nothing wrong. */
  done: 0,
  usage: 1,
  /** The file or rows of it are wrong. */
  wrong: 2,
  /** A person has to say something: what columns mean, who is meant, why figures are replaced, or yes. */
  person: 3,
  /** The network or the server; nothing is wrong with the file. */
  trouble: 4,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Ends the program with a sentence for the one who called it. */
export class Stop extends Error {
  constructor(
    readonly exitCode: ExitCode,
    message: string,
  ) {
    super(message);
  }
}
