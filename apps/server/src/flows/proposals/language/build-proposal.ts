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

function fieldsOf(step: ProposedStep): { type: NodeKind } & Record<string, unknown> {
  switch (step.kind) {
    case 'message':
      return { type: 'message', content: contentOf(step) };
    case 'ask':
      return {
        type: 'get_input',
        prompt: step.question,
        inputType: step.answer,
        saveToAttribute: step.saveTo,
        retryPrompt: step.askAgain,
      };
    case 'condition':
      return { type: 'condition', rules: { all: [ruleOf(step)] } };
    case 'wait':
      return { type: 'wait', durationSeconds: step.minutes * 60 };
    case 'add_tag':
    case 'remove_tag':
      return {
        type: 'tag_contact',
        tagName: step.tag,
        action: step.kind === 'add_tag' ? 'add' : 'remove',
      };
    case 'set_attribute':
      return { type: 'set_attribute', attribute: step.attribute, value: step.value };
    case 'split':
      return { type: 'randomizer', branches: step.branches.map(branchOf) };
    case 'follow_check':
      return { type: 'follow_gate' };
    case 'business_hours':
      return { type: 'business_hours' };
    case 'notify_team':
      return { type: 'notify_team', message: step.message };
    case 'goal':
      return { type: 'goal', goal: step.goal };
    case 'hand_over':
      return {
        type: 'human_takeover',
        messageToAgent: step.messageToTeam,
        messageToContact: step.messageToContact,
      };
  }
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
