import { AppError } from '../errors/app-error';

/** What is wrong with one variable, and what to do about it. Never contains the value. */
export type ConfigProblem = { variable: string; problem: string };

/** The program cannot start with this environment. `message` lists every wrong or missing variable. */
export class ConfigError extends AppError {
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[]) {
    const lines = problems.map(({ variable, problem }) => `  ${variable}: ${problem}`);
    super({
      code: 'invalid_configuration',
      kind: 'operational',
      message: ['The configuration is not usable:', ...lines].join('\n'),
      details: problems,
    });
    this.name = 'ConfigError';
    this.problems = problems;
  }
}
