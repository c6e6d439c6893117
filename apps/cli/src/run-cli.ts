import { lint } from './commands/lint';
import { needs } from './commands/needs';
import { simulate } from './commands/simulate';
import { test } from './commands/test';
import { exitCodes, UsageError, type ExitCode, type Terminal } from './terminal';
import { usage } from './usage';

type Command = (args: string[], terminal: Terminal) => ExitCode;

const commands = new Map<string, Command>([
  ['lint', lint],
  ['test', test],
  ['simulate', simulate],
  ['needs', needs],
]);

/** Carries one command line out and answers its exit code. Everything it reads and writes goes through `terminal`. */
export function runCli(args: readonly string[], terminal: Terminal): ExitCode {
  const [area = '', name = '', ...rest] = args;
  if (area === '' || area === 'help' || args.includes('--help')) {
    terminal.write(usage);
    return exitCodes.well;
  }
  const command = area === 'flow' ? commands.get(name) : undefined;
  if (!command) return explain(`There is no command "${[area, name].join(' ').trim()}".`, terminal);
  try {
    return command(rest, terminal);
  } catch (error) {
    if (!isUsageError(error)) throw error;
    return explain(error.message, terminal);
  }
}

function explain(message: string, terminal: Terminal): ExitCode {
  terminal.writeError(`${message}\nSee instaflow --help.\n`);
  return exitCodes.unusable;
}

/** Ours, or Node's about the arguments. */
function isUsageError(error: unknown): error is { message: string } {
  if (error instanceof UsageError) return true;
  if (typeof error !== 'object' || error === null || !('code' in error)) return false;
  return String(error.code).startsWith('ERR_PARSE_ARGS');
}
