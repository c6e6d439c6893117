import type { Fault } from '../faults/fault';
import type { Simulation } from '../simulation';
import { answerInstead, isCarriedOut } from './answer-instead';
import type { GraphAnswer } from './graph-call';
import type { GraphError } from './graph-error';
import {
  identify,
  performGraphCall,
  type Identity,
  type Performed,
  type RawGraphCall,
} from './perform-graph-call';
import { readObject, readText } from './read-params';
import { recordGraphCall, type CallRecord } from './record-graph-call';
import { fetchMedia, noTroubles } from './send/fetch-media';
import { meterUsage, type Usage } from './usage-headers';

/** `drop` = close the connection without a word, `hang` = never answer. */
export type HttpOutcome =
  | { kind: 'answer'; status: number; headers: Record<string, string>; body: unknown }
  | { kind: 'drop' }
  | { kind: 'hang' };

const callFaults = [
  'error',
  'drop_before',
  'drop_after',
  'delay',
  'hang',
  'garbage',
  'wrong_json',
  'throttle',
] as const;
const defaultDelayMs = 3000;

/** One Graph call from token to answer, with the faults that strike it; every one is in the ledger. */
export async function answerGraphCall(simulation: Simulation, raw: RawGraphCall): Promise<HttpOutcome> {
  const identity = identify(simulation, raw);
  const accountId = identity.account?.userId ?? null;
  const igsid = findPerson(simulation, raw);
  const fault = takeFault(simulation, raw, { accountId, igsid });
  const waitMs = simulation.latencyMs + (fault?.kind === 'delay' ? (fault.delayMs ?? defaultDelayMs) : 0);
  if (waitMs > 0) await simulation.clock.wait(waitMs);

  const usage = meterUsage(simulation, identity.account, fault?.kind === 'throttle');
  const performed = isCarriedOut(fault)
    ? await carryOut(simulation, raw, { identity, refusal: usage.refusal })
    : { answer: null, error: null };
  if (performed.answer) await announce(simulation, performed.answer);
  return conclude(
    simulation,
    { raw, token: identity.token, accountId, igsid, fault, answer: performed.answer },
    { performed, headers: usage.headers },
  );
}

/** Whom a call is about: the recipient, the author of the answered comment, or the person whose node it reads. */
function findPerson({ world }: Simulation, { params, parts }: RawGraphCall): string | null {
  const recipient = readObject(params, 'recipient') ?? {};
  const id = readText(recipient, 'id');
  if (id !== undefined) return id;
  const commentId = readText(recipient, 'comment_id') ?? parts[0] ?? '';
  return world.comments.get(commentId)?.fromId ?? world.persons.get(parts[0] ?? '')?.igsid ?? null;
}

async function carryOut(
  simulation: Simulation,
  raw: RawGraphCall,
  context: { identity: Identity; refusal: Usage['refusal'] },
): Promise<Performed> {
  const mediaTroubles = simulation.world.switches.fetchMedia
    ? await fetchMedia(simulation, raw.params)
    : noTroubles;
  return performGraphCall(simulation, raw, { ...context, mediaTroubles });
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
    const status = statusOf(simulation, error);
    recordGraphCall(simulation, { ...call, error, result: 'rejected', status });
    const body = error.toJson(simulation.ids.trace());
    return { kind: 'answer', status, headers: { ...headers, ...extraHeaders(simulation, error) }, body };
  }
  recordGraphCall(simulation, { ...call, error, result: 'accepted', status: 200 });
  return { kind: 'answer', status: 200, headers, body: answer?.body };
}

const permissionCodes = [10, 200, 230];

/** Meta's status of a missing permission is not certain; that of a closed window has a switch of its own. */
function statusOf({ world }: Simulation, error: GraphError): number {
  const isPermission = permissionCodes.includes(error.code) && error.subcode !== 2534022;
  return isPermission && error.status === 403 ? world.switches.permissionErrorStatus : error.status;
}

function extraHeaders({ world }: Simulation, error: GraphError): Record<string, string> {
  if (error.code !== 190 || !world.switches.authenticateHeader) return {};
  return {
    'www-authenticate': `OAuth "Facebook Platform" "invalid_token" "${error.message.replaceAll('"', "'")}"`,
  };
}
