import type { Fault } from '../faults/fault';
import type { Simulation } from '../simulation';
import { faultError } from './fault-error';
import type { GraphError } from './graph-error';

/** How a fault answers in the call's place; no `http` = the client gets nothing. A Buffer is sent as it is. */
export type Instead = {
  result: 'rejected' | 'unanswered';
  error: GraphError | null;
  http: { status: number; body: unknown } | null;
};

const garbage =
  '<!DOCTYPE html><html><head><title>Error</title></head><body>Sorry, something went wrong.</body></html>';

/** Says 200 and JSON in its headers, and is not what was promised. */
function wrongJson({ shape = 'truncated' }: Fault): Buffer {
  const texts = {
    truncated: '{"recipient_id":"1784140000000',
    unexpected: '{"data":{"success":"maybe","items":[null,{"id":17}]}}',
    empty: '',
  };
  return Buffer.from(texts[shape]);
}

/** Faults that answer in the call's place leave it undone, unless they say that it applies. */
export function isCarriedOut(fault: Fault | null): boolean {
  if (!fault || fault.kind === 'delay' || fault.kind === 'drop_after') return true;
  return fault.applies === true && fault.kind !== 'drop_before' && fault.kind !== 'throttle';
}

/** Null when the fault leaves the answer alone. `error` is what the call itself was refused for. */
export function answerInstead(
  simulation: Simulation,
  fault: Fault,
  error: GraphError | null,
): Instead | null {
  switch (fault.kind) {
    case 'drop_before':
    case 'drop_after':
    case 'hang':
      return { result: 'unanswered', error, http: null };
    case 'wrong_json':
      return {
        result: 'unanswered',
        error,
        http: { status: fault.httpStatus ?? 200, body: wrongJson(fault) },
      };
    case 'garbage':
      return { result: 'unanswered', error, http: { status: fault.httpStatus ?? 502, body: garbage } };
    case 'error':
    case 'throttle': {
      const made = faultError(simulation.world.switches, fault);
      const http = { status: made.status, body: made.toJson(simulation.ids.trace()) };
      return { result: 'rejected', error: made, http };
    }
    default:
      return null;
  }
}
