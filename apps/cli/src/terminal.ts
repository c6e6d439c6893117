/** What a command may do to the world around it. */
export type Terminal = {
  /** Throws when there is no such file. */
  readFile: (path: string) => string;
  write: (text: string) => void;
  writeError: (text: string) => void;
};

/** 0 all well, 1 something was found, 2 the command could not be carried out. */
export const exitCodes = { well: 0, found: 1, unusable: 2 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** The command cannot be carried out as it was given; `message` says what to do. */
export class UsageError extends Error {}
