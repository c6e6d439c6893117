import { TZDate } from '@date-fns/tz';
import type { WeeklyWindow } from '@instaflow/flow-model';
import { usableZone } from './zone';

/** Whether the moment lies in one of the windows, which may cross midnight. */
export function isInWindows(nowMs: number, windows: readonly WeeklyWindow[], zone: string): boolean {
  return windows.some((window) => findNextOpening(nowMs, window, zone) === nowMs);
}

/** When the window is next open, `nowMs` itself when it is; null for a window that never opens. */
export function findNextOpening(nowMs: number, window: WeeklyWindow, zone: string): number | null {
  const opening = findOpening(nowMs, window, zone);
  return opening && Math.max(opening.start, nowMs);
}

/** When the window that is open now closes; null when it is closed. */
export function findClosing(nowMs: number, window: WeeklyWindow, zone: string): number | null {
  const opening = findOpening(nowMs, window, zone);
  return opening && opening.start <= nowMs ? opening.end : null;
}

function findOpening(nowMs: number, window: WeeklyWindow, zone: string) {
  const local = new TZDate(nowMs, usableZone(zone));
  // A day back, because last night's window may still be open; a day more than a week, for today's own weekday.
  for (let days = -1; days <= 8; days += 1) {
    const opening = openingOn(local, days, window);
    if (opening && opening.end > nowMs) return opening;
  }
  return null;
}

function openingOn(local: TZDate, days: number, { weekdays, from, to }: WeeklyWindow) {
  const start = atTime(local, days, from);
  const weekday = start.getDay() === 0 ? 7 : start.getDay();
  if (!weekdays.includes(weekday)) return null;
  const end = atTime(local, to <= from ? days + 1 : days, to);
  return { start: start.getTime(), end: end.getTime() };
}

function atTime(local: TZDate, days: number, time: string): TZDate {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const zone = local.timeZone ?? 'UTC';
  return new TZDate(local.getFullYear(), local.getMonth(), local.getDate() + days, hour, minute, 0, zone);
}
