import { parseCandidates } from '../../shared/trace/candidate';
import { findArrival } from './arrival';

const arrivalOf = (...kinds: string[]) =>
  findArrival(parseCandidates(kinds.map((kind) => ({ kind, outcome: 'rejected', reason: 'no_match' }))));

describe('findArrival', () => {
  it.each([
    ['timer', 'timer'],
    ['effect_result', 'effect_result'],
    ['record', 'record'],
  ])('calls a turn about %s that', (kind, expected) => {
    expect(arrivalOf(kind)).toEqual({ kind: expected });
  });

  it('takes everything else as something the person did', () => {
    expect(arrivalOf('waiting_run', 'trigger', 'nothing')).toEqual({ kind: 'message' });
    expect(arrivalOf()).toEqual({ kind: 'message' });
  });

  it('names the command of a person, also a refused one', () => {
    const [candidate] = parseCandidates([
      {
        kind: 'command',
        outcome: 'rejected',
        reason: 'run_has_ended',
        detail: { command: 'skip', note: 'late', byUserId: 'u1' },
      },
    ]);
    expect(candidate && findArrival([candidate])).toEqual({
      kind: 'command',
      command: 'skip',
      byUserId: 'u1',
    });
  });
});
