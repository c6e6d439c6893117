import { resultOfFailure, resultOfResponse } from '../calls/result-of-response';
import type { Effect } from '../effect';
import type { EffectResult } from '../run-input';
import { isMessage } from '../run/is-message';
import type { TurnDecision } from '../turn';
import type { StubbedAnswer, Talk, TalkDelivery, TalkLine, TalkWorld } from './talk';

type Turn = Extract<TurnDecision, { kind: 'turn' }>;
type Delivered = { delivery: TalkDelivery; reason: string | null; heldUntil: number | null };

/** What becomes of the effects of a turn, and what of it the run gets to know. */
export function deliver(
  talk: Talk,
  turn: Pick<Turn, 'effects' | 'heldUntil'>,
  world: TalkWorld,
): { lines: TalkLine[]; results: EffectResult[] } {
  const { now: at, moves: move } = talk;
  const delivered = turn.effects.map((effect) => ({
    effect,
    ...deliverOne(effect, { talk, heldUntil: turn.heldUntil, world }),
  }));
  return {
    lines: delivered.map((line) => ({ kind: 'effect', at, move, ...line })),
    results: delivered.flatMap(({ effect, delivery, reason }) =>
      outcomeOf(effect, { delivery, reason, talk, world }),
    ),
  };
}

function deliverOne(
  effect: Effect,
  { talk, heldUntil, world }: { talk: Talk; heldUntil: number | null; world: TalkWorld },
): Delivered {
  const done: Delivered = { delivery: 'done', reason: null, heldUntil: null };
  if (effect.kind === 'http_request' || effect.kind === 'read_follow_state') {
    const reason = findFailure(world, effect.nodeId);
    return reason === null ? done : { ...done, delivery: 'failed', reason };
  }
  if (!isMessage(effect)) return done;
  const failure = valueOf(world.sendFailures, effect.nodeId);
  if (failure === 'failed') return { ...done, delivery: 'failed', reason: 'send_failed' };
  const sentAt = heldUntil ?? talk.now;
  const { windowExpiresAt } = talk.conversation;
  const isLate = effect.kind === 'send_message' && (windowExpiresAt ?? 0) <= sentAt;
  if (failure === 'outside_window' || isLate) {
    return { ...done, delivery: 'outside_window', reason: 'outside_messaging_window' };
  }
  return heldUntil === null ? done : { ...done, delivery: 'held', heldUntil };
}

type Fate = Pick<Delivered, 'delivery' | 'reason'> & { talk: Talk; world: TalkWorld };

function outcomeOf(effect: Effect, { delivery, reason, talk, world }: Fate): EffectResult[] {
  const { key } = effect;
  switch (effect.kind) {
    case 'http_request': {
      if (delivery === 'failed') return [resultOfFailure(key, reason ?? 'timeout')];
      const { status, body } = findResponse(world, effect.nodeId);
      return [resultOfResponse(effect, { status, body: JSON.stringify(body) })];
    }
    case 'read_follow_state': {
      if (delivery === 'failed') return [resultOfFailure(key, reason ?? 'timeout')];
      const { isFollower } = talk.contact;
      return [{ key, outcome: 'answered', reason: null, data: { isFollower } }];
    }
    case 'send_message':
    case 'private_reply':
      if (delivery === 'failed' || delivery === 'outside_window') return [{ key, outcome: delivery, reason }];
      return effect.reportsOutcome ? [{ key, outcome: 'sent', reason: null }] : [];
    default:
      return [];
  }
}

function findResponse(world: TalkWorld, nodeId: string | null): Extract<StubbedAnswer, { status: number }> {
  const answer = valueOf(world.answers, nodeId);
  return answer !== undefined && 'status' in answer ? answer : { status: 200, body: {} };
}

function findFailure(world: TalkWorld, nodeId: string | null): string | null {
  const answer = valueOf(world.answers, nodeId);
  return answer !== undefined && 'failure' in answer ? answer.failure : null;
}

/** Ids of nodes are anything: also the names of what every object inherits. */
function valueOf<T>(values: Readonly<Record<string, T>> | undefined, nodeId: string | null): T | undefined {
  return nodeId !== null && values !== undefined && Object.hasOwn(values, nodeId)
    ? values[nodeId]
    : undefined;
}
