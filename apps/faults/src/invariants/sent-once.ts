import { checkCalls } from './calls-under-one-key';
import type { Evidence, Violation } from '../evidence/evidence';
import type { GraphCall } from '../evidence/ledger-entry';
import { isPublicReply, isSend, textOf } from '../evidence/sends';

/** 3: no text reaches a person twice; every text of the load belongs to one step of one person. */
export function checkSentOnce(evidence: Evidence): Violation[] {
  const groups = new Map<string, GraphCall[]>();
  const add = (key: string, call: GraphCall): void =>
    void groups.set(key, [...(groups.get(key) ?? []), call]);
  for (const call of evidence.calls) {
    if (isSend(call)) add(`"${textOf(call)}" to ${call.igsid}`, call);
    if (isPublicReply(call)) add(`public reply ${call.path}`, call);
  }
  const repeated = [...groups].filter(([, calls]) => calls.length > 1);
  return [
    ...repeated.map(describe),
    ...evidence.stories.flatMap((story) => answeredTwice(evidence, story)),
    ...checkCalls(evidence),
  ];
}

function describe([what, calls]: [string, GraphCall[]]): Violation {
  return {
    invariant: 3,
    about: calls[0]?.igsid ?? '',
    story: [`${what} was taken ${calls.length} times:`, ...calls.map(tell)],
  };
}

/** A message answered alone and once more together with others. */
function answeredTwice(evidence: Evidence, { igsid, numbered }: Evidence['stories'][number]): Violation[] {
  const sends = evidence.calls.filter((call) => isSend(call, igsid));
  const answers = (word: string): GraphCall[] => sends.filter((call) => wordsOf(call).includes(word));
  return numbered
    .filter((word) => new Set(answers(word).map(textOf)).size > 1)
    .map((word) => ({
      invariant: 3,
      about: igsid,
      story: [`"${word}" was answered twice:`, ...answers(word).map(tell)],
    }));
}

function wordsOf(call: GraphCall): string[] {
  return textOf(call).split(/\s+/);
}

function tell(call: GraphCall): string {
  const { at, mid, result, fault } = call;
  const answer = result === 'accepted' ? 'answered' : `${result}${fault === null ? '' : ` by ${fault}`}`;
  return `${new Date(at).toISOString()} ${mid} "${textOf(call)}" (${answer})`;
}
