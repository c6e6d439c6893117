import { createNode, flowNodeSchema, type Button, type FlowNode, type NodeKind } from '@instaflow/flow-model';
import { branchId, listWays } from './list-ways';
import type { ProposedStep, ProposedStepOf, ProposedSteps } from './proposed-steps';

/** Nodes without places, led to each other; the first is where a way into them leads. */
export type Proposal = { firstNodeId: string; nodes: FlowNode[] };

/** Makes nodes of proposed steps in which `checkProposal` finds nothing. `newId` gives ids that are new in the flow. */
export function buildProposal({ steps }: ProposedSteps, newId: () => string): Proposal {
  const ids = new Map(steps.map(({ key }) => [key, newId()]));
  const idOf = (key: string): string => {
    const id = ids.get(key);
    if (id === undefined) throw new Error(`No step has the key "${key}": check the proposal first.`);
    return id;
  };
  const nodes = steps.map((step) => {
    const { type, ...fields } = fieldsOf(step);
    return flowNodeSchema.parse({
      ...createNode({ kind: type, id: idOf(step.key), name: step.name }),
      ...fields,
      connections: listWays(step).flatMap(({ to, when }) =>
        to === null ? [] : [{ targetNodeId: idOf(to), condition: when }],
      ),
    });
  });
  return { firstNodeId: idOf(steps[0]?.key ?? ''), nodes };
}

type Fields = { type: NodeKind } & Record<string, unknown>;
type FieldsOf = { [K in ProposedStep['kind']]: (step: ProposedStepOf<K>) => Fields };

const fieldsOfKind: FieldsOf = {
  message: (step) => ({ type: 'message', content: contentOf(step) }),
  ask: ({ question, answer, saveTo, askAgain }) => ({
    type: 'get_input',
    prompt: question,
    inputType: answer,
    saveToAttribute: saveTo,
    retryPrompt: askAgain,
  }),
  condition: (step) => ({ type: 'condition', rules: { all: [ruleOf(step)] } }),
  wait: ({ minutes }) => ({ type: 'wait', durationSeconds: minutes * 60 }),
  add_tag: ({ tag }) => ({ type: 'tag_contact', tagName: tag, action: 'add' }),
  remove_tag: ({ tag }) => ({ type: 'tag_contact', tagName: tag, action: 'remove' }),
  set_attribute: ({ attribute, value }) => ({ type: 'set_attribute', attribute, value }),
  split: ({ branches }) => ({ type: 'randomizer', branches: branches.map(branchOf) }),
  follow_check: () => ({ type: 'follow_gate' }),
  business_hours: () => ({ type: 'business_hours' }),
  notify_team: ({ message }) => ({ type: 'notify_team', message }),
  goal: ({ goal }) => ({ type: 'goal', goal }),
  hand_over: ({ messageToTeam, messageToContact }) => ({
    type: 'human_takeover',
    messageToAgent: messageToTeam,
    messageToContact,
  }),
};

function fieldsOf<K extends ProposedStep['kind']>(step: ProposedStepOf<K> & { kind: K }): Fields {
  return fieldsOfKind[step.kind](step);
}

function contentOf({ text, buttons, quickReplies }: ProposedStepOf<'message'>) {
  const all: Button[] = [
    ...buttons.map(({ title, url }): Button => {
      return url === null ? { type: 'postback', text: title } : { type: 'web_url', text: title, url };
    }),
    ...quickReplies.map(({ title }): Button => ({ type: 'quick_reply', text: title })),
  ];
  return { text, mediaUrl: null, mediaType: null, buttons: all };
}

function ruleOf({ field, operator, value }: ProposedStepOf<'condition'>) {
  const takesValue = operator !== 'exists' && operator !== 'not_exists';
  return { field, op: operator, ...(takesValue ? { value } : {}) };
}

const branchOf = (
  { label, percent }: ProposedStepOf<'split'>['branches'][number],
  index: number,
): { id: string; label: string; weight: number } => ({ id: branchId(index), label, weight: percent });
