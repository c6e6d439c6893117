import {
  isKind,
  isNodeKind,
  type ConditionRule,
  type FlowNode,
  type NodeKind,
  type NodeOf,
} from '@instaflow/flow-model';
import type catalogue from '../locales/en.json';

type FactKey = keyof typeof catalogue.facts;

/** A line on a card: a key of the catalogue with its values, so that the text is the catalogue's. */
export type CardFact = { key: FactKey; values?: Record<string, string | number> };

const maxRules = 3;

/** What a card says about a node besides the message itself. The number of facts decides the card's height. */
export function listCardFacts(node: FlowNode): CardFact[] {
  return isNodeKind(node.type)
    ? factsByKind[node.type](node)
    : [{ key: 'unknown', values: { type: node.type } }];
}

type ListFacts = (node: FlowNode) => CardFact[];

function forKind<K extends NodeKind>(kind: K, list: (node: NodeOf<K>) => CardFact[]): ListFacts {
  return (node) => (isKind(node, kind) ? list(node) : []);
}

const none: ListFacts = () => [];

const factsByKind: Record<NodeKind, ListFacts> = {
  start: () => [{ key: 'start' }],
  message: none,
  carousel: none,
  note: none,
  tag_contact: forKind('tag_contact', ({ tagName: tag, action }) => [
    tag ? { key: action === 'remove' ? 'removeTag' : 'addTag', values: { tag } } : { key: 'noTag' },
  ]),
  set_attribute: forKind('set_attribute', (node) => [attributeFact(node)]),
  condition: forKind('condition', conditionFacts),
  randomizer: forKind('randomizer', ({ branches }) => [
    { key: 'split', values: { count: branches?.length ?? 0 } },
  ]),
  wait: forKind('wait', (node) => [waitFact(node)]),
  get_input: forKind('get_input', ({ inputType, saveToAttribute: attribute }) => [
    { key: `input_${inputType ?? 'text'}` },
    ...(attribute ? [{ key: 'savedTo' as const, values: { attribute } }] : []),
  ]),
  human_takeover: forKind('human_takeover', ({ messageToAgent: text }) => [
    text ? { key: 'agentNote', values: { text } } : { key: 'takeover' },
  ]),
  go_to_flow: forKind('go_to_flow', ({ flowId }) => [{ key: flowId ? 'goToFlow' : 'noFlow' }]),
  comment_reply: forKind('comment_reply', ({ text }) => [
    { key: 'commentVariants', values: { count: countVariants(text) } },
  ]),
  follow_gate: () => [{ key: 'followGate' }],
  business_hours: () => [{ key: 'businessHours' }],
  external_api_call: forKind('external_api_call', ({ method, url }) => [
    { key: 'apiCall', values: { method: method ?? 'GET', url: url ?? '' } },
  ]),
  ai_reply: forKind('ai_reply', ({ instructions }) => [{ key: 'ai', values: { text: instructions ?? '' } }]),
  ai_agent: forKind('ai_agent', ({ instructions }) => [{ key: 'ai', values: { text: instructions ?? '' } }]),
  notify_team: forKind('notify_team', ({ message: text }) => [
    text ? { key: 'notify', values: { text } } : { key: 'noNotify' },
  ]),
  goal: forKind('goal', ({ goal }) => [goal ? { key: 'goal', values: { goal } } : { key: 'noGoal' }]),
};

function attributeFact({ attribute, operation = 'set', value }: NodeOf<'set_attribute'>): CardFact {
  if (!attribute) return { key: 'noAttribute' };
  const text = typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
  return { key: `attribute_${operation}`, values: { attribute, value: text } };
}

function conditionFacts({ rules: group, branches }: NodeOf<'condition'>): CardFact[] {
  const rules = group?.all ?? group?.any ?? [];
  const shown = rules.slice(0, maxRules).map(ruleFact);
  const rest = rules.length - shown.length;
  if (rest > 0) return [...shown, { key: 'moreRules', values: { count: rest } }];
  if (shown.length > 0) return shown;
  return branches?.length ? [{ key: 'branches', values: { count: branches.length } }] : [{ key: 'noRules' }];
}

function ruleFact({ field, op, value }: ConditionRule): CardFact {
  return {
    key: `rule_${op}`,
    values: { field: field.replace(/^contact\./, ''), value: String(value ?? '') || '…' },
  };
}

function waitFact({ until, durationSeconds }: NodeOf<'wait'>): CardFact {
  if (until?.date) return { key: 'waitDate', values: { date: until.date } };
  if (until?.attribute) return { key: 'waitAttribute', values: { attribute: until.attribute } };
  if (until) return { key: 'waitWindow', values: { from: until.from ?? '', to: until.to ?? '' } };
  return { key: 'wait', values: { seconds: durationSeconds ?? 0 } };
}

function countVariants(text: string | string[] | undefined): number {
  const variants = Array.isArray(text) ? text : [text ?? ''];
  return variants.filter((variant) => variant.trim() !== '').length;
}
