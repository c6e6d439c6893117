import type { NodeOf } from '../flow-definition';
import { timeOfDaySchema } from '../kinds/weekly-window';
import { isBlank, isTemplated } from './check-text';
import { maxWaitSeconds } from './max-wait';
import type { NodeReport } from './node-report';

export function checkWait(node: NodeOf<'wait'>, report: NodeReport): void {
  const { durationSeconds, until } = node;
  const hasDuration = durationSeconds !== null && durationSeconds !== undefined;
  if (!hasDuration && !until) {
    report.error('wait_without_time', 'durationSeconds', 'Say how long to wait, or until when.');
  }
  if (hasDuration && durationSeconds <= 0) {
    report.error('wait_not_positive', 'durationSeconds', 'Choose a wait longer than zero.');
  }
  if (hasDuration && durationSeconds > maxWaitSeconds) {
    report.error('wait_too_long', 'durationSeconds', 'Choose a wait of at most 366 days.');
  }
  if (until) checkUntil(until, report);
}

type Until = NonNullable<NodeOf<'wait'>['until']>;

function checkUntil(until: Until, report: NodeReport): void {
  const { date, attribute, weekdays, from, to } = until;
  const ways = [!isBlank(date), !isBlank(attribute), Boolean(weekdays || from || to)].filter(Boolean).length;
  if (ways !== 1) {
    report.error(
      'wait_without_time',
      'until',
      'Wait until exactly one thing: a date, an attribute or a weekly window.',
    );
  }
  if (date && !isTemplated(date) && Number.isNaN(Date.parse(date))) {
    report.error('invalid_date', 'until.date', 'Correct this date: write it as 2026-12-31T09:00.');
  }
  if (weekdays || from || to) checkWindow(until, report);
}

function checkWindow({ weekdays, from, to }: Until, report: NodeReport): void {
  if (!weekdays?.length || weekdays.some((day) => !Number.isInteger(day) || day < 1 || day > 7)) {
    report.error(
      'invalid_window',
      'until.weekdays',
      'Choose at least one weekday, 1 for Monday to 7 for Sunday.',
    );
  }
  if (![from, to].every((time) => timeOfDaySchema.safeParse(time).success)) {
    report.error('invalid_window', 'until.from', 'Write the times of the window as 09:00 and 18:30.');
  }
}
