import { setTimeout as pause } from 'node:timers/promises';
import type { Fault } from '../faults/fault';
import type { Simulation } from '../simulation';
import { answerInstead, isCarriedOut } from './answer-instead';
import type { GraphAnswer } from './graph-call';
import { identify, performGraphCall, type Performed, type RawGraphCall } from './perform-graph-call';
import { readObject, readText } from './read-params';
import { recordGraphCall, type CallRecord } from './record-graph-call';
import { meterUsage } from './usage-headers';

/** `drop` = close the connection without a word, `hang` = never answer. */
export type HttpOutcome =
  | { kind: 'answer'; status: number; headers: Record<string, string>; body: unknown }
  | { kind: 'drop' }
  | { kind: 'hang' };

const callFaults = ['error', 'drop_before', 'drop_after', 'delay', 'hang', 'garbage', 'throttle'] as const;
const defaultDelayMs = 3000;

/** One Graph call from token to answer, with the faults that strike it; every one is in the ledger. */
export async function answerGraphCall(simulation: Simulation, raw: RawGraphCall): Promise<HttpOutcome> {
  const identity = identify(simulation, raw);
  const accountId = identity.account?.userId ?? null;
  const igsid = readText(readObject(raw.params, 'recipient') ?? {}, 'id') ?? null;
  const fault = takeFault(simulation, raw, { accountId, igsid });
  const waitMs = simulation.latencyMs + (fault?.kind === 'delay' ? (fault.delayMs ?? defaultDelayMs) : 0);
  if (waitMs > 0) await pause(waitMs);

  const usage = meterUsage(simulation, identity.account, fault?.kind === 'throttle');
  const performed = isCarriedOut(fault)
    ? performGraphCall(simulation, raw, { identity, refusal: usage.refusal })
    : { answer: null, error: null };
  if (performed.answer) await announce(simulation, performed.answer);
  return conclude(
    simulation,
    { raw, accountId, igsid, fault, answer: performed.answer },
    { performed, headers: usage.headers },
  );
}

function takeFault(
  simulation: Simulation,
  raw: RawGraphCall,
  target: { accountId: string | null; igsid: string | null },
): Fault | null {
  return simulation.faults.take(callFaults, {
    path: raw.path,
    method: raw.method,
    accountId: target.accountId ?? undefined,
    igsid: target.igsid ?? undefined,
  });
}

/** The echo leaves shortly after the answer; a fault lets it arrive before. */
async function announce(simulation: Simulation, { event }: GraphAnswer): Promise<void> {
  if (!event) return;
  const { faults, webhooks, world } = simulation;
  const target = { path: event.field, accountId: event.accountId, igsid: event.igsid };
  if (faults.take(['echo_before_answer'], target)) await webhooks.deliverNow(event);
  else webhooks.emit(event, world.switches.echoDelayMs);
}

function conclude(
  simulation: Simulation,
  call: Omit<CallRecord, 'result' | 'status' | 'error'>,
  made: { performed: Performed; headers: Record<string, string> },
): HttpOutcome {
  const { performed, headers } = made;
  const { answer, error } = performed;
  const instead = call.fault && answerInstead(simulation, call.fault, error);
  if (instead) {
    const { http } = instead;
    recordGraphCall(simulation, { ...call, ...instead, status: http ? http.status : null });
    if (http) return { kind: 'answer', headers, ...http };
    return { kind: call.fault?.kind === 'hang' ? 'hang' : 'drop' };
  }
  if (error) {
    recordGraphCall(simulation, { ...call, error, result: 'rejected', status: error.status });
    return { kind: 'answer', status: error.status, headers, body: error.toJson(simulation.ids.trace()) };
  }
  recordGraphCall(simulation, { ...call, error, result: 'accepted', status: 200 });
  return { kind: 'answer', status: 200, headers, body: answer?.body };
}
