import { recordFlowTest, type TalkMove } from '@instaflow/flow-engine';
import { flowTestSchema, type FlowDefinition, type FlowTest, type FlowTestMove } from '@instaflow/flow-model';
import type { PhoneState } from '../state/phone-store';
import { buildWorld, type Surroundings } from './build-world';
import { listLoadedFlows } from './list-loaded-flows';

/** The conversation so far as a test of the draft: what was done, and what comes of it today. Null before it begins. */
export function recordTalk({
  flow,
  surroundings,
  phone,
}: {
  flow: { flowId: string; name: string; definition: FlowDefinition };
  surroundings: Surroundings;
  phone: Pick<PhoneState, 'earlier' | 'moves' | 'person' | 'settings'>;
}): FlowTest | null {
  const { earlier, moves, person, settings } = phone;
  const [first] = earlier;
  if (!first) return null;
  const { answers, forcedBranches, sendFailures } = buildWorld({ flow, surroundings, settings });
  const { username, firstName, lastName, tags, customAttributes, isFollower } = person.contact;
  const { timezone, country, businessHours, quietHours } = surroundings.account.settings;
  const test = flowTestSchema.parse({
    name: flow.name === '' ? flow.flowId : flow.name,
    flowId: flow.flowId,
    startAt: new Date(first.now).toISOString(),
    seed: settings.seed,
    contact: {
      ...{ username, firstName, lastName, tags, customAttributes, isFollower },
      isNew: !person.isKnown,
    },
    account: { username: surroundings.account.username, timezone, country, businessHours, quietHours },
    forcedBranches,
    answers,
    sendFailures,
    steps: moves.map((move) => ({ move: toTestMove(move) })),
  });
  return recordFlowTest(listLoadedFlows({ flow, surroundings }), test);
}

function toTestMove(move: TalkMove): FlowTestMove {
  switch (move.kind) {
    case 'pass':
      return { kind: 'pass', duration: `${move.ms / 1_000}s` };
    case 'tap':
      return { kind: 'tap', payload: move.payload, ...(move.title !== null && { title: move.title }) };
    default:
      return move;
  }
}
