import { isKind, type FlowNode } from '@instaflow/flow-model';
import type { AccountSnapshot } from '../account-snapshot';
import { checkAnswer } from '../answers/check-answer';
import type { ContactSnapshot } from '../contact-snapshot';
import type { FindVersion } from '../flow-source';
import { isKeywordSaid, pickConnection } from '../rules/pick-connection';
import type { RunState } from '../run-state';
import { normalizeText, trimPunctuation } from '../text/normalize-text';
import { buildScope } from '../text/read-field';
import type { Reply } from './step';

/** Where an answer belongs in a waiting run. */
export type ReplyMatch = {
  how: 'tap' | 'button_title' | 'keyword' | 'valid_answer' | 'opening' | 'invalid_answer' | 'other_answer';
  flowVersionId: string;
  nodeId: string;
  /** The payload of the tapped button as it was sent; null for free text. */
  payload: string | null;
};

export type MatchedReply = { match: ReplyMatch } | { match: null; reason: string };

type Question = {
  run: RunState;
  reply: Reply;
  contact: ContactSnapshot;
  account: AccountSnapshot;
  findVersion: FindVersion;
};

/** Whether the waiting run wants this answer: a tap, a button's title, a keyword, a valid value, or any word at all. */
export function matchReply(question: Question): MatchedReply {
  const { run, reply } = question;
  const tapped = findSentButton(run, reply);
  if (tapped) {
    if (leadsOn(question, tapped)) return { match: tapped };
    if (run.waitingFor?.kind !== 'opening') return { match: null, reason: 'button_leads_nowhere' };
  }
  switch (run.waitingFor?.kind) {
    case undefined:
      return { match: null, reason: 'not_waiting' };
    case 'timer':
      return { match: null, reason: 'waiting_for_time' };
    case 'opening':
      return { match: atCurrent(run, 'opening') };
    case 'input':
    case 'effect':
      return matchAtNode(question);
  }
}

/** What is left to do with an answer nothing else wanted: an invalid value, or the default way on of a message. */
export function matchLeftOver(question: Question): MatchedReply {
  const { run, reply } = question;
  if (run.waitingFor?.kind !== 'input') return { match: null, reason: 'not_waiting_for_an_answer' };
  if (run.waitingFor.expects === 'value') return { match: atCurrent(run, 'invalid_answer') };
  const node = findNode(question, run.flowVersionId, run.nodeId);
  const connection = node && pickConnection(node, { kind: 'text', texts: reply.texts }, scopeOf(question));
  return connection
    ? { match: atCurrent(run, 'other_answer') }
    : { match: null, reason: 'no_connection_for_this_answer' };
}

function matchAtNode(question: Question): MatchedReply {
  const { run, reply, account } = question;
  const node = findNode(question, run.flowVersionId, run.nodeId);
  if (!node) return { match: null, reason: 'node_missing' };
  if (isKind(node, 'get_input')) {
    const checked = checkAnswer({ node, answer: reply, country: account.settings.country });
    return checked.isValid
      ? { match: atCurrent(run, 'valid_answer') }
      : { match: null, reason: 'not_a_valid_answer' };
  }
  const isKeyword = node.connections.some(
    ({ condition }) => condition?.type === 'keyword' && isKeywordSaid(condition, reply.texts),
  );
  return isKeyword ? { match: atCurrent(run, 'keyword') } : { match: null, reason: 'no_button_or_keyword' };
}

function findSentButton(run: RunState, { payload, texts }: Reply): ReplyMatch | null {
  const inOrder = [
    ...run.sentButtons.filter(({ nodeId }) => nodeId !== run.nodeId),
    ...run.sentButtons.filter(({ nodeId }) => nodeId === run.nodeId),
  ];
  const byPayload = payload === null ? undefined : inOrder.findLast((button) => button.payload === payload);
  if (byPayload) return { how: 'tap', ...pick(byPayload) };
  // Typing does not disturb a run that waits for time, even when it happens to be a button's title.
  if (run.waitingFor?.kind === 'timer') return null;
  const written = new Set(texts.map((text) => trimPunctuation(normalizeText(text))));
  const byTitle = inOrder.findLast(({ title }) => {
    const wanted = trimPunctuation(normalizeText(title));
    return wanted !== '' && written.has(wanted);
  });
  return byTitle ? { how: 'button_title', ...pick(byTitle) } : null;
}

function pick({ payload, nodeId, flowVersionId }: RunState['sentButtons'][number]) {
  return { payload, nodeId, flowVersionId };
}

function leadsOn(question: Question, { payload, nodeId, flowVersionId }: ReplyMatch): boolean {
  const node = findNode(question, flowVersionId, nodeId);
  if (!node || payload === null) return false;
  if (isKind(node, 'get_input')) return nodeId === question.run.nodeId;
  return pickConnection(node, { kind: 'tap', payload }, scopeOf(question)) !== null;
}

function atCurrent(run: RunState, how: ReplyMatch['how']): ReplyMatch {
  return { how, flowVersionId: run.flowVersionId, nodeId: run.nodeId ?? '', payload: null };
}

function findNode({ findVersion }: Question, flowVersionId: string, nodeId: string | null): FlowNode | null {
  return findVersion(flowVersionId)?.definition.nodes.find(({ id }) => id === nodeId) ?? null;
}

function scopeOf({ run, reply, contact, account }: Question) {
  const message = { text: reply.text, payload: reply.payload };
  return buildScope({ contact, account, context: run.context, message });
}
