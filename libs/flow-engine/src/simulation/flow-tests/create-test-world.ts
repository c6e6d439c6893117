import type { BundleTrigger, FlowTest, FlowTestMove, LoadedFlow } from '@instaflow/flow-model';
import { accountSnapshotSchema, type AccountSnapshot } from '../../account-snapshot';
import { contactSnapshotSchema, type ContactSnapshot } from '../../contact-snapshot';
import type { FlowSource } from '../../flow-source';
import { triggerSnapshotSchema, type TriggerSnapshot, type TriggerType } from '../../turn';
import type { TalkWorld } from '../talk';

/** The world of a saved conversation: its flows, an account without debounce, and what starts them. */
export function createTestWorld(flows: readonly LoadedFlow[], tested: LoadedFlow, test: FlowTest): TalkWorld {
  const sources = flows.map((flow): FlowSource => ({
    flowId: flow.id,
    flowVersionId: `${flow.id}@test`,
    name: flow.name,
    definition: flow.definition,
  }));
  const draft = sources[flows.indexOf(tested)] ?? {
    flowId: tested.id,
    flowVersionId: `${tested.id}@test`,
    name: tested.name,
    definition: tested.definition,
  };
  return {
    draft,
    account: createTestAccount(test),
    triggers: createTriggers(flows, tested, test),
    findFlow: (flowId) => sources.find((source) => source.flowId === flowId) ?? null,
    findVersion: (id) => sources.find((source) => source.flowVersionId === id) ?? null,
    seed: test.seed,
    forcedBranches: test.forcedBranches,
    answers: test.answers,
    sendFailures: test.sendFailures,
  };
}

/** The person of a saved conversation; Ana when nothing is said of them. */
export function createTestContact({ contact, seed }: FlowTest): ContactSnapshot {
  const { isNew: _isNew, ...given } = contact;
  return contactSnapshotSchema.parse({
    id: `contact-${seed}`,
    instagramUserId: '1784',
    username: 'ana.example',
    firstName: 'Ana',
    lastName: null,
    profilePictureUrl: null,
    tags: [],
    customAttributes: {},
    isFollower: null,
    optedOut: false,
    ...given,
  });
}

function createTestAccount({ account }: FlowTest): AccountSnapshot {
  const { username = 'the.account', name = null, timezone = 'UTC', ...settings } = account;
  return accountSnapshotSchema.parse({
    id: 'account',
    username,
    name,
    pausedAt: null,
    settings: {
      autoRespond: true,
      aiEnabled: false,
      debounceWindowMs: 0,
      cooldownMs: 0,
      fallbackRules: [],
      defaultReplyFlowId: null,
      timezone,
      ...settings,
    },
  });
}

function createTriggers(
  flows: readonly LoadedFlow[],
  tested: LoadedFlow,
  { steps }: FlowTest,
): TriggerSnapshot[] {
  const own = flows.flatMap((flow) =>
    flow.triggers.flatMap((trigger, index) => toSnapshot(flow.id, trigger, `${flow.id}/${index}`) ?? []),
  );
  if (own.some(({ flowId }) => flowId === tested.id)) return own;
  const [first] = steps;
  const type = first ? typeFor(first.move) : null;
  const trigger = type === null ? null : toSnapshot(tested.id, { type }, `${tested.id}/any`);
  return trigger ? [...own, trigger] : own;
}

function toSnapshot(flowId: string, trigger: BundleTrigger, id: string): TriggerSnapshot | null {
  const parsed = triggerSnapshotSchema.safeParse({ keyword: null, ...trigger, id, flowId, createdAt: 0 });
  return parsed.success ? parsed.data : null;
}

/** A flow without triggers of its own is started by whatever its conversation begins with. */
function typeFor(move: FlowTestMove): TriggerType | null {
  switch (move.kind) {
    case 'text':
    case 'media':
      return 'dm_keyword';
    case 'comment':
      return move.isLive ? 'live_comment' : 'comment_keyword';
    case 'tap':
      return 'ice_breaker';
    case 'story_reply':
    case 'story_mention':
    case 'ref_link':
      return move.kind;
    default:
      return null;
  }
}
