import type { ShownCandidate } from '../../shared/trace/candidate';

export type Arrival =
  | { kind: 'message' | 'timer' | 'effect_result' | 'record' }
  | { kind: 'command'; command: string; byUserId: string | null };

const byCandidate: Record<string, 'timer' | 'effect_result' | 'record'> = {
  timer: 'timer',
  effect_result: 'effect_result',
  record: 'record',
};

/** What a turn was about, read from what was considered in it: a turn has one cause. */
export function findArrival(candidates: readonly ShownCandidate[]): Arrival {
  const command = candidates.find(({ kind }) => kind === 'command');
  if (command) {
    const said = command.detail?.['command'];
    const by = command.detail?.['byUserId'];
    return {
      kind: 'command',
      command: typeof said === 'string' ? said : command.reason,
      byUserId: typeof by === 'string' ? by : null,
    };
  }
  for (const { kind } of candidates) {
    const arrival = byCandidate[kind];
    if (arrival !== undefined) return { kind: arrival };
  }
  return { kind: 'message' };
}
