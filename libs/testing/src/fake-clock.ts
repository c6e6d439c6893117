import type { Clock } from '@instaflow/platform';

/** A clock that stands still until it is moved. */
export class FakeClock implements Clock {
  private current: number;

  constructor(startMs: number = Date.parse('2026-01-15T12:00:00Z')) {
    this.current = startMs;
  }

  now(): number {
    return this.current;
  }

  advance(ms: number): void {
    this.current += ms;
  }

  set(ms: number): void {
    this.current = ms;
  }
}
