const startedAt = Date.now();

/** A line of progress, on stderr so that stdout belongs to the program. */
export function say(text) {
  process.stderr.write(`[${seconds(Date.now() - startedAt)}] ${text}\n`);
}

export function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`;
}

/** Something the person at the keyboard can do something about: one sentence, no stack. */
export class Problem extends Error {}

/** Runs the main function of a tool; its answer is the exit code. */
export function runTool(main) {
  main().then(
    (code) => process.exit(code),
    (error) => {
      process.stderr.write(`${error instanceof Problem ? error.message : (error?.stack ?? error)}\n`);
      process.exit(1);
    },
  );
}

/** A Problem for what a file system refuses, the error itself for anything else. */
export function explainFileError(error, folder) {
  const reasons = {
    EACCES: 'not allowed',
    EPERM: 'not allowed',
    EROFS: 'read-only',
    ENOSPC: 'no space left',
  };
  const reason = reasons[error?.code];
  if (reason === undefined) return error;
  return new Problem(
    `The folder ${folder} cannot be written to (${reason}). InstaFlow installs and builds there.`,
  );
}
