import { isKnownError, knownErrors, type KnownError } from '../faults/error-catalogue';
import type { Fault } from '../faults/fault';
import type { Switches } from '../state/switches';
import { GraphError } from './graph-error';

/** The error a fault answers with: 500/code 2 unless it says otherwise, 613/2534040 for a throttle. */
export function faultError(switches: Switches, fault: Fault): GraphError {
  const known = fault.error !== undefined && isKnownError(fault.error) ? knownErrors[fault.error] : null;
  if (known) return knownError(known, fault);
  return fault.kind === 'throttle' ? throttleError(switches, fault) : plainError(fault);
}

function knownError(known: KnownError, fault: Fault): GraphError {
  const code = fault.code ?? known.code;
  return new GraphError({
    code,
    subcode: fault.subcode ?? known.subcode,
    status: fault.httpStatus ?? known.status,
    isTransient: known.isTransient,
    message: fault.message ?? `(#${code}) ${known.message}`,
  });
}

function throttleError(switches: Switches, fault: Fault): GraphError {
  const code = fault.code ?? 613;
  return new GraphError({
    code,
    subcode: fault.subcode ?? (code === 613 ? 2534040 : undefined),
    status: fault.httpStatus ?? switches.throttleStatus,
    message: fault.message ?? `(#${code}) Calls to this api have exceeded the rate limit.`,
  });
}

function plainError(fault: Fault): GraphError {
  const code = fault.code ?? 2;
  const status = fault.httpStatus ?? (fault.code === undefined ? 500 : 400);
  return new GraphError({
    code,
    subcode: fault.subcode,
    status,
    isTransient: status >= 500 || code === 1 || code === 2,
    message: fault.message ?? `(#${code}) An unexpected error has occurred. Please retry your request later.`,
  });
}
