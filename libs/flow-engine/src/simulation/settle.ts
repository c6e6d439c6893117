import { advanceRun } from '../advance-run';
import { decideTurn } from '../decide/decide-turn';
import { postKey } from '../decide/post-of';
import { createRun } from '../run/create-run';
import { isEnded } from '../run/run-transitions';
import type { TurnDecision, TurnInput } from '../turn';
import { deliver } from './deliver';
import { listSteps } from './list-steps';
import type { Talk, TalkTurn, TalkWorld } from './talk';

type Cause = TalkTurn['cause'];
type Turn = Extract<TurnDecision, { kind: 'turn' }>;

/** Turns that follow from one another without time passing; a run itself is bounded far below. */
const maxTurns = 500;

/** Decides until nothing is due any more at this moment; what effects come to is decided upon at once. */
export function settle(talk: Talk, world: TalkWorld, cause: Cause): Talk {
  let settling = talk;
  let why = cause;
  for (let count = 0; count < maxTurns; count += 1) {
    const decided = decideOnce(settling, world, why);
    settling = decided.talk;
    const isDueAgain = settling.nextWakeAt !== null && settling.nextWakeAt <= settling.now;
    if (!decided.isTurn || (settling.results.length === 0 && !isDueAgain)) break;
    why = settling.results.length > 0 ? 'outcome' : 'event';
  }
  return settling;
}

/** The draft begins without any trigger; an open run of the contact is forgotten. */
export function startDirectly(talk: Talk, world: TalkWorld): Talk {
  const { now, contact, conversation } = talk;
  const { draft, account, findFlow, findVersion, seed } = world;
  const ids = talk.ids + 1;
  const run = createRun({
    runId: `run-${ids}`,
    source: draft,
    triggerId: null,
    commentId: null,
    message: null,
    now,
  });
  const { windowExpiresAt } = conversation;
  const environment = { account, findFlow, findVersion, windowExpiresAt, now, die: seed };
  const advanced = advanceRun({ ...environment, run, input: { kind: 'start' }, contact });
  const turn: Turn = {
    ...advanced,
    kind: 'turn',
    endedRun: null,
    consumed: [],
    candidates: [],
    firedTriggerId: null,
    isDefaultReply: false,
    isConsolidated: false,
    originalMids: [],
    isOwnAccord: false,
    heldUntil: null,
    nextWakeAt: advanced.run.wakeAt,
  };
  const started = commit({ ...talk, ids }, { turn, world, cause: 'start' });
  return started.results.length > 0 ? settle(started, world, 'outcome') : started;
}

function decideOnce(talk: Talk, world: TalkWorld, cause: Cause): { talk: Talk; isTurn: boolean } {
  const counted = { ...talk, ids: talk.ids + 1 };
  const decision = decideTurn(buildInput(counted, world));
  if (decision.kind === 'wait') return { talk: { ...counted, nextWakeAt: decision.until }, isTurn: false };
  return { talk: commit(counted, { turn: decision, world, cause }), isTurn: true };
}

function buildInput(talk: Talk, { account, triggers, findFlow, findVersion, seed }: TalkWorld): TurnInput {
  const { now, contact, conversation, run, pending, results, triggerHistory } = talk;
  return {
    now,
    contact,
    conversation,
    account,
    run: run === null || isEnded(run) ? null : run,
    events: pending,
    effectResults: results,
    timerDue: true,
    triggers: [...triggers],
    triggerHistory,
    findFlow,
    findVersion,
    newRunId: `run-${talk.ids}`,
    die: seed,
  };
}

/** What production stores after a turn, and what then becomes of the effects. */
function commit(talk: Talk, { turn, world, cause }: { turn: Turn; world: TalkWorld; cause: Cause }): Talk {
  const gone = new Set(turn.consumed.flatMap(({ eventIds }) => eventIds));
  const run = turn.run ?? talk.run;
  const delivered = deliver(talk, turn, world);
  const entry: TalkTurn = {
    at: talk.now,
    move: talk.moves,
    cause,
    events: talk.pending.filter(({ id }) => gone.has(id)),
    results: talk.results,
    candidates: turn.candidates,
    steps: listSteps(turn, { contact: talk.contact, context: findContext(talk, turn) }),
    run: run && { runId: run.runId, status: run.status, reason: run.reason, nodeId: run.nodeId },
  };
  return {
    ...talk,
    run,
    contact: turn.contact,
    conversation: noteInConversation(talk, turn),
    nextWakeAt: turn.nextWakeAt,
    triggerHistory: noteFiring(talk, turn),
    pending: talk.pending.filter(({ id }) => !gone.has(id)),
    results: delivered.results,
    lines: [...talk.lines, ...delivered.lines],
    turns: [...talk.turns, entry],
  };
}

/** What the run knew before the turn; a run that has just begun knew nothing. */
function findContext(talk: Talk, { run }: Turn) {
  return talk.run !== null && talk.run.runId === run?.runId ? talk.run.context : {};
}

function noteInConversation({ conversation, now }: Talk, { effects, isDefaultReply }: Turn) {
  const has = (kind: string) => effects.some((effect) => effect.kind === kind);
  const repliedTo = effects.flatMap((effect) => (effect.kind === 'private_reply' ? [effect.commentId] : []));
  return {
    ...conversation,
    status: has('request_human') ? ('pending_human' as const) : conversation.status,
    isFirstContact: false,
    lastAutomatedAt: has('send_message') || has('private_reply') ? now : conversation.lastAutomatedAt,
    lastDefaultReplyAt: isDefaultReply ? now : conversation.lastDefaultReplyAt,
    privateRepliedCommentIds: [...conversation.privateRepliedCommentIds, ...repliedTo],
  };
}

function noteFiring({ triggerHistory, now }: Talk, { firedTriggerId, firedForPost = null }: Turn) {
  if (firedTriggerId === null) return triggerHistory;
  return {
    ...triggerHistory,
    [firedTriggerId]: now,
    ...(firedForPost !== null && { [postKey(firedTriggerId, firedForPost)]: now }),
  };
}
