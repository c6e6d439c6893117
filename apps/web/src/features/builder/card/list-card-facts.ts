import { isKnownNode, type ConditionRule, type FlowNode, type KnownNode } from '@instaflow/flow-model';

import type catalogue from '../locales/en.json';

type FactKey = keyof typeof catalogue.facts;

/** A line on a card: a key of the catalogue with its values, so that the text is the catalogue's. */
export type CardFact = { key: FactKey; values?: Record<string, string | number> };

const maxRules = 3;

/** What a card says about a node besides the message itself. The number of facts decides the card's height. */
export function listCardFacts(node: FlowNode): CardFact[] {
  return isKnownNode(node) ? listKnownFacts(node) : [{ key: 'unknown', values: { type: node.type } }];
}

function listKnownFacts(node: KnownNode): CardFact[] {
  switch (node.type) {
    case 'start':
      return [{ key: 'start' }];
    case 'message':
    case 'carousel':
    case 'note':
      return [];
    case 'tag_contact':
      return [
        node.tagName
          ? { key: node.action === 'remove' ? 'removeTag' : 'addTag', values: { tag: node.tagName } }
          : { key: 'noTag' },
      ];
    case 'set_attribute':
      return [attributeFact(node.attribute ?? '', node.operation ?? 'set', node.value)];
    case 'condition':
      return conditionFacts(node);
    case 'randomizer':
      return [{ key: 'split', values: { count: node.branches?.length ?? 0 } }];
    case 'wait':
      return [waitFact(node)];
    case 'get_input':
      return [
        { key: `input_${node.inputType ?? 'text'}` },
        ...(node.saveToAttribute
          ? [{ key: 'savedTo' as const, values: { attribute: node.saveToAttribute } }]
          : []),
      ];
    default:
      return actionFacts(node);
  }
}

type ActionNode = Exclude<
  KnownNode,
  {
    type:
      | 'start'
      | 'message'
      | 'carousel'
      | 'note'
      | 'tag_contact'
      | 'set_attribute'
      | 'condition'
      | 'randomizer'
      | 'wait'
      | 'get_input';
  }
>;

function actionFacts(node: ActionNode): CardFact[] {
  switch (node.type) {
    case 'human_takeover':
      return [node.messageToAgent ? { key: 'agentNote', values: { text: node.messageToAgent } } : { key: 'takeover' }];
    case 'go_to_flow':
      return [{ key: node.flowId ? 'goToFlow' : 'noFlow' }];
    case 'comment_reply':
      return [{ key: 'commentVariants', values: { count: countVariants(node.text) } }];
    case 'follow_gate':
      return [{ key: 'followGate' }];
    case 'business_hours':
      return [{ key: 'businessHours' }];
    case 'external_api_call':
      return [{ key: 'apiCall', values: { method: node.method ?? 'GET', url: node.url ?? '' } }];
    case 'ai_reply':
    case 'ai_agent':
      return [{ key: 'ai', values: { text: node.instructions ?? '' } }];
    case 'notify_team':
      return [node.message ? { key: 'notify', values: { text: node.message } } : { key: 'noNotify' }];
    case 'goal':
      return [node.goal ? { key: 'goal', values: { goal: node.goal } } : { key: 'noGoal' }];
  }
}

type AttributeOperation = NonNullable<Extract<KnownNode, { type: 'set_attribute' }>['operation']>;

function attributeFact(attribute: string, operation: AttributeOperation, value: unknown): CardFact {
  if (!attribute) return { key: 'noAttribute' };
  const text = typeof value === 'object' ? JSON.stringify(value ?? '') : String(value ?? '');
  return { key: `attribute_${operation}`, values: { attribute, value: text } };
}

function conditionFacts(node: Extract<KnownNode, { type: 'condition' }>): CardFact[] {
  const rules = node.rules?.all ?? node.rules?.any ?? [];
  const shown = rules.slice(0, maxRules).map(ruleFact);
  const rest = rules.length - shown.length;
  if (rest > 0) return [...shown, { key: 'moreRules', values: { count: rest } }];
  if (shown.length > 0) return shown;
  return [{ key: node.branches?.length ? 'branches' : 'noRules', values: { count: node.branches?.length ?? 0 } }];
}

function ruleFact({ field, op, value }: ConditionRule): CardFact {
  return { key: `rule_${op}`, values: { field: field.replace(/^contact\./, ''), value: String(value ?? '') || '…' } };
}

function waitFact(node: Extract<KnownNode, { type: 'wait' }>): CardFact {
  if (node.until?.date) return { key: 'waitDate', values: { date: node.until.date } };
  if (node.until?.attribute) return { key: 'waitAttribute', values: { attribute: node.until.attribute } };
  if (node.until) return { key: 'waitWindow', values: { from: node.until.from ?? '', to: node.until.to ?? '' } };
  return { key: 'wait', values: { seconds: node.durationSeconds ?? 0 } };
}

function countVariants(text: string | string[] | undefined): number {
  const variants = Array.isArray(text) ? text : [text ?? ''];
  return variants.filter((variant) => variant.trim() !== '').length;
}
