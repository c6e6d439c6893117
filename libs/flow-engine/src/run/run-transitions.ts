import type { RunState, RunStatus, WaitingFor } from '../run-state';

/** Ended runs never move again. */
export function isEnded({ status }: RunState): boolean {
  return status !== 'running' && status !== 'waiting';
}

/** The run as it ends. */
export function endRun(
  { heldBy: _over, ...run }: RunState,
  status: RunStatus,
  reason: string | null,
  now: number,
): RunState {
  return { ...run, status, reason, waitingFor: null, wakeAt: null, held: [], endedAt: now, updatedAt: now };
}

/** The run as it waits; only time-outs and timers need waking. */
export function parkRun(run: RunState, waitingFor: WaitingFor, now: number): RunState {
  const wakeAt =
    waitingFor.kind === 'timer'
      ? waitingFor.until
      : waitingFor.kind === 'input'
        ? waitingFor.timeoutAt
        : null;
  return { ...run, status: 'waiting', waitingFor, wakeAt, updatedAt: now };
}
