import {
  applyOperations,
  conditionKey,
  isPublishable,
  listOutlets,
  validateFlow,
  type FlowDefinition,
} from '@instaflow/flow-model';
import { emptyDocument } from '../../drafts/flow-document';
import { draftedSteps, oneOfEach } from '../spec-support/drafted-steps';
import { buildProposal } from './build-proposal';
import type { ProposedSteps } from './proposed-steps';

const build = (steps: ProposedSteps) => {
  let count = 0;
  return buildProposal(steps, () => `new_${(count += 1)}`);
};

const putAfterStart = (steps: ProposedSteps): FlowDefinition => {
  const { nodes, firstNodeId } = build(steps);
  const put = applyOperations(emptyDocument(), [
    { op: 'paste_nodes', nodes },
    { op: 'connect', nodeId: 'start', targetNodeId: firstNodeId, condition: null },
  ]);
  if (!put.ok) throw new Error(put.problem.message);
  return put.definition;
};

describe('nodes of proposed steps', () => {
  it('lead to each other by what was tapped', () => {
    const { firstNodeId, nodes } = build(draftedSteps);
    expect(firstNodeId).toBe('new_1');
    expect(nodes[0]).toEqual({
      id: 'new_1',
      type: 'message',
      name: 'Ask what they want',
      content: {
        text: 'Hi! What are you looking for?',
        mediaUrl: null,
        mediaType: null,
        buttons: [
          { type: 'quick_reply', text: 'Prices' },
          { type: 'quick_reply', text: 'A person' },
        ],
      },
      connections: [
        { targetNodeId: 'new_2', condition: { type: 'button_payload', value: 'Prices' } },
        { targetNodeId: 'new_3', condition: { type: 'button_payload', value: 'A person' } },
      ],
    });
  });

  it('leave by outlets their kinds have, whatever the kind', () => {
    for (const node of build(oneOfEach).nodes) {
      const own = listOutlets({ ...node, connections: [] }).map(({ id }) => id);
      expect(own).toEqual(
        expect.arrayContaining(node.connections.map(({ condition }) => conditionKey(condition))),
      );
    }
  });

  it('are steps that can be published as they are, whatever the kind', () => {
    expect(validateFlow(putAfterStart(draftedSteps)).filter(({ severity }) => severity === 'error')).toEqual(
      [],
    );
    const problems = validateFlow(putAfterStart(oneOfEach)).filter(({ severity }) => severity === 'error');
    expect(problems).toEqual([]);
    expect(isPublishable(problems)).toBe(true);
  });
});
