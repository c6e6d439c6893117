import { listEchoes } from './deliveries';
import type { Evidence } from './evidence';

/**
 * The evidence with calls at the time Instagram took their message, in that order. The ledger notes a call when it is
 * answered; where the echo is early, the program may send the next message before that.
 */
export function orderByTaking(evidence: Evidence): Evidence {
  const echoes = new Map(evidence.deliveries.flatMap(listEchoes).map(({ mid, takenAt }) => [mid, takenAt]));
  const calls = evidence.calls.map((call) => {
    const takenAt = call.mid === null ? undefined : echoes.get(call.mid);
    return takenAt === undefined ? call : { ...call, at: Math.min(call.at, takenAt) };
  });
  return { ...evidence, calls: calls.toSorted((a, b) => a.at - b.at) };
}
