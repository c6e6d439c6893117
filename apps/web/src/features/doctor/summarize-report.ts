import type { DoctorCheck, DoctorReport } from '@instaflow/contracts';

export type ReportSummary = { state: DoctorReport['state']; count: number };

/** How it stands on the whole, and how many checks say so; a failure outweighs every warning. */
export function summarizeReport({ checks }: Pick<DoctorReport, 'checks'>): ReportSummary {
  const countOf = (state: DoctorCheck['state']) => checks.filter((check) => check.state === state).length;
  const failed = countOf('failed');
  if (failed > 0) return { state: 'failed', count: failed };
  const warned = countOf('warning');
  return warned > 0 ? { state: 'warning', count: warned } : { state: 'passed', count: countOf('passed') };
}

const urgency: Record<DoctorCheck['state'], number> = {
  failed: 0,
  warning: 1,
  unknown: 2,
  skipped: 3,
  passed: 3,
};

/** What needs somebody first; otherwise as the server has them, each check building on those before it. */
export const sortChecks = (checks: readonly DoctorCheck[]): DoctorCheck[] =>
  checks.toSorted((one, other) => urgency[one.state] - urgency[other.state]);
