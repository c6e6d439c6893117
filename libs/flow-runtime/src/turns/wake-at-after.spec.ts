import type { RunState, TurnDecision } from '@instaflow/flow-engine';
import { loadedEvent, loadedTurn } from '../spec-support/loaded-turn';
import { wakeAtAfter } from './wake-at-after';

type Turn = Extract<TurnDecision, { kind: 'turn' }>;

describe('wakeAtAfter', () => {
  const now = 1_000_000;
  const run: RunState = {
    runId: 'r',
    flowId: 'f',
    flowVersionId: 'v',
    rootFlowId: 'f',
    rootFlowVersionId: 'v',
    triggerId: null,
    status: 'waiting',
    reason: null,
    nodeId: 'n',
    waitingFor: { kind: 'timer', until: now + 5_000 },
    wakeAt: now + 5_000,
    stepCount: 1,
    visits: {},
    context: {},
    callStack: [],
    sentButtons: [],
    commentId: null,
    privateReply: 'none',
    held: [],
    nextEffectIndex: 0,
    lastMessage: null,
    isSelfDriven: false,
    startedAt: now,
    updatedAt: now,
    endedAt: null,
  };
  const decided = (decision: TurnDecision | null, open: RunState | null = null) => ({
    run: open,
    triggerHistory: {},
    decision,
  });
  const turnWith = (changes: Partial<Turn>): Turn => ({
    kind: 'turn',
    run: null,
    endedRun: null,
    contact: {
      id: 'c1',
      instagramUserId: '1',
      username: null,
      firstName: null,
      lastName: null,
      profilePictureUrl: null,
      tags: [],
      customAttributes: {},
      isFollower: null,
      optedOut: false,
      timezone: null,
      locale: null,
    },
    effects: [],
    isOwnAccord: false,
    heldUntil: null,
    consumed: [{ eventIds: ['e1'], outcome: 'consumed', reason: 'x' }],
    candidates: [],
    trace: [],
    firedTriggerId: null,
    isDefaultReply: false,
    isConsolidated: false,
    originalMids: [],
    nextWakeAt: null,
    ...changes,
  });
  const after = (
    decision: TurnDecision | null,
    open: RunState | null = null,
    echoRetryAt: number | null = null,
  ) => wakeAtAfter({ turn: loadedTurn(), decided: decided(decision, open), echoRetryAt, now });

  it('is never when only the person can go on', () => {
    expect(after(turnWith({}))).toBeNull();
    expect(after(null)).toBeNull();
  });

  it('is the earliest of wait, run and echo', () => {
    expect(after({ kind: 'wait', until: now + 9_000, reason: 'debounce' }, run)).toBe(now + 5_000);
    expect(after({ kind: 'wait', until: now + 2_000, reason: 'cooldown' }, run)).toBe(now + 2_000);
    expect(after(null, run, now + 1_000)).toBe(now + 1_000);
  });

  it('is now when events are left, but not without progress', () => {
    expect(after(turnWith({ nextWakeAt: now }))).toBe(now);
    expect(after(turnWith({ nextWakeAt: now, consumed: [] }))).toBe(now + 1_000);
  });

  it('looks again at a run that waits for the outcome of a message', () => {
    const parked: RunState = { ...run, waitingFor: { kind: 'effect', key: 'k' }, wakeAt: null };
    expect(after(null, parked)).toBe(now + 30_000);
  });

  it('looks again at a run whose message quiet hours hold when they are over', () => {
    const parked: RunState = { ...run, waitingFor: { kind: 'effect', key: 'k' }, wakeAt: null };
    const held = turnWith({ run: parked, isOwnAccord: true, heldUntil: now + 3_600_000 });
    expect(after(held, parked)).toBe(now + 3_630_000);
  });

  it('is now when one load did not bring all events', () => {
    const events = Array.from({ length: 200 }, (_, index) => loadedEvent(`e${index}`, 'text', {}));
    expect(
      wakeAtAfter({ turn: loadedTurn({ events }), decided: decided(turnWith({})), echoRetryAt: null, now }),
    ).toBe(now);
  });
});
