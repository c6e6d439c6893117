import {
  findDeliveriesByKey,
  runRepository,
  type DeliveryRow,
  type FlowRunEntity,
  type Tx,
} from '@instaflow/db';
import {
  isDoneForGood,
  traceStepSchema,
  type RunCommand,
  type RunState,
  type TraceStep,
} from '@instaflow/flow-engine';
import { conflict } from '@instaflow/platform';
import { findFrames } from './find-frames';
import { readRunState } from './read-run-state';

type Failure = NonNullable<RunCommand['retry']>;

/** Further back than this a failed step is not looked for; it then begins as if it had sent nothing. */
const turnLimit = 50;

const undecided = new Set(['queued', 'sending', 'uncertain']);
const gone = new Set(['sent', 'delivered', 'read']);

/**
 * What a retry of a failed run has to know: where its failed step stood, what of it was sent, and what was done for good
 * since. 409 while it is not known whether a message of it went out.
 */
export async function readFailure(tx: Tx, run: FlowRunEntity, nodeId: string): Promise<Failure> {
  const state = readRunState(run.state);
  const steps = readSteps(await runRepository.listLatestTurns(tx, { run, limit: turnLimit }));
  const last = steps.findLast((step) => step.nodeId === nodeId);
  if (last === undefined) {
    return { nodeId, flowVersionId: state.flowVersionId, sentIndexes: [], isPrivateReplyOwed: false };
  }
  // Sending and learning what became of it are steps of their own, of one visit.
  const keys = steps.filter(isOfSameVisit(last)).flatMap(({ effectKeys }) => effectKeys);
  const deliveries = await findDeliveriesByKey(tx, keys);
  if (deliveries.some(isUndecided)) {
    throw conflict({
      code: 'message_undecided',
      message: 'It is not known yet whether a message of this step went out. Try again in a minute.',
    });
  }
  const sent = deliveries.filter(mayHaveArrived);
  return {
    nodeId,
    flowVersionId: last.flowVersionId,
    ...(hasLeft(state, last.flowVersionId) ? { callStack: findFrames(steps, last) } : {}),
    sentIndexes: sent.map(({ key }) => Number(key.split('/').at(-1))),
    isPrivateReplyOwed: deliveries.some((row) => row.kind === 'private_reply' && !sent.includes(row)),
    done: steps.slice(steps.findIndex(isOfSameVisit(last))).flatMap(placeIfDone),
  };
}

function isUndecided({ deliveryStatus, finishedAt }: DeliveryRow): boolean {
  return undecided.has(deliveryStatus) && finishedAt === null;
}

/** What was given up as uncertain is not sent again either: the person may have it. */
function mayHaveArrived({ deliveryStatus, finishedAt }: DeliveryRow): boolean {
  return gone.has(deliveryStatus) || (deliveryStatus === 'uncertain' && finishedAt !== null);
}

function isOfSameVisit({ nodeId, visit }: TraceStep): (step: TraceStep) => boolean {
  return (step) => step.nodeId === nodeId && step.visit === visit;
}

function placeIfDone(step: TraceStep): NonNullable<Failure['done']> {
  const { flowVersionId, nodeId } = step;
  return isDoneForGood(step) ? [{ flowVersionId, nodeId }] : [];
}

function hasLeft({ flowVersionId, callStack }: RunState, versionId: string): boolean {
  return flowVersionId !== versionId && !callStack.some((frame) => frame.flowVersionId === versionId);
}

/** All steps of turns that come latest first, in the order they were walked. */
function readSteps(turns: readonly { steps: unknown[] }[]): TraceStep[] {
  return turns.toReversed().flatMap(({ steps }) =>
    steps.flatMap((step) => {
      const parsed = traceStepSchema.safeParse(step);
      return parsed.success ? [parsed.data] : [];
    }),
  );
}
