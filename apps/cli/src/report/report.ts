import { UsageError } from '../terminal';

/** One thing that was looked at: a flow of `lint`, a conversation of `test`. */
export type ReportCase = {
  file: string;
  flow: string;
  /** Empty for a flow as a whole. */
  name: string;
  findings: { severity: 'error' | 'warning'; where: string; code: string; message: string }[];
};

export const formats = ['text', 'json', 'junit'] as const;
export type Format = (typeof formats)[number];

/** The format somebody asked for. */
export function toFormat(wanted: string | undefined): Format {
  const format = formats.find((known) => known === (wanted ?? 'text'));
  if (!format) throw new UsageError(`There is no format "${wanted ?? ''}": choose ${formats.join(', ')}.`);
  return format;
}

/** Whether nothing speaks against a case. */
export function isWell({ findings }: ReportCase, { isStrict = false } = {}): boolean {
  return findings.every(({ severity }) => severity === 'warning' && !isStrict);
}
