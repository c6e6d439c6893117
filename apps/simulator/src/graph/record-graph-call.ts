import type { Token } from '../accounts/token';
import { fingerprintOf } from '../accounts/fingerprint-of';
import type { Fault } from '../faults/fault';
import type { GraphLedgerEntry } from '../ledger/ledger-entry';
import type { Simulation } from '../simulation';
import type { GraphAnswer } from './graph-call';
import type { GraphError } from './graph-error';
import type { RawGraphCall } from './perform-graph-call';
import { readObject, readText } from './read-params';

export type CallRecord = {
  raw: RawGraphCall;
  token: Token | null;
  accountId: string | null;
  igsid: string | null;
  fault: Fault | null;
  answer: GraphAnswer | null;
  error: GraphError | null;
  result: 'accepted' | 'rejected' | 'unanswered';
  status: number | null;
};

/** Writes a call into the ledger, without its token and secrets. */
export function recordGraphCall(simulation: Simulation, record: CallRecord): void {
  const { raw, accountId, answer, result, status } = record;
  simulation.ledger.addGraphCall({
    at: simulation.clock.now(),
    method: raw.method,
    path: raw.path,
    accountId,
    token: describeToken(record.token),
    igsid: answer?.igsid ?? record.igsid,
    commentId: readText(readObject(raw.params, 'recipient') ?? {}, 'comment_id') ?? null,
    body: Object.fromEntries(Object.entries(raw.params).filter(([key]) => !secretKeys.has(key))),
    result,
    applied: answer !== null,
    status,
    mid: answer?.mid ?? null,
    error: describeError(record.error),
    fault: record.fault?.kind ?? null,
  });
}

/** One object per token: the ledger keeps very many entries. */
const described = new WeakMap<Token, NonNullable<GraphLedgerEntry['token']>>();

function describeToken(token: Token | null): GraphLedgerEntry['token'] {
  if (!token) return null;
  const { login, accountId, scopes } = token;
  const before = described.get(token);
  if (before) return before;
  const description = { login, accountId, scopes, fingerprint: fingerprintOf(token) };
  described.set(token, description);
  return description;
}

function describeError(error: GraphError | null) {
  return error && { code: error.code, subcode: error.subcode, message: error.message };
}

const secretKeys = new Set(['access_token', 'client_secret', 'code', 'fb_exchange_token', 'input_token']);
