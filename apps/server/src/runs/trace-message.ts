import type { MessageTrace, Run } from '@instaflow/contracts';
import {
  findDelivery,
  findEventOfMessage,
  findMessageOfAccount,
  findTurn,
  findTurnAt,
  flowRepository,
  runRepository,
  type ContactTurnEntity,
  type DeliveryRow,
  type MessageEntity,
  type MessageEvent,
  type Tx,
} from '@instaflow/db';
import { toMessage, type MessageView } from '../conversations/to-message';
import { found } from '../http/found';
import { toIso } from '../http/to-iso';
import { toDelivery } from './to-delivery';
import { toRuns } from './to-runs';

type Key = { id: string; workspaceId: string; accountId: string };

/** Why a message exists, or why what the contact wrote got no answer. */
export async function traceMessage(
  tx: Tx,
  { id, workspaceId, accountId }: Key,
  view: MessageView,
): Promise<MessageTrace> {
  const message = found(await findMessageOfAccount(tx, { id, accountId }));
  const isInbound = message.direction === 'inbound';
  const event = isInbound ? await findEventOfMessage(tx, message) : null;
  const delivery = isInbound ? null : await findDelivery(tx, id);
  const turn = await findTurnBehind(tx, { message, event, delivery });
  return {
    message: toMessage(message, view),
    origin: originOf(message),
    event: event && showEvent(event),
    turn: turn && (await showTurn(tx, turn)),
    run: await showRunOf(tx, { workspaceId, runId: delivery?.runId ?? turn?.runId ?? null }),
    delivery: delivery && toDelivery(delivery),
  };
}

function originOf({ direction, isAutomated }: MessageEntity): MessageTrace['origin'] {
  if (direction === 'inbound') return 'contact';
  return isAutomated ? 'automation' : 'person';
}

async function showRunOf(
  tx: Tx,
  { runId, workspaceId }: { runId: string | null; workspaceId: string },
): Promise<Run | null> {
  const run = runId === null ? null : await runRepository.find(tx, { id: runId, workspaceId });
  const [shown] = run === null ? [] : await toRuns(tx, [run]);
  return shown ?? null;
}

async function findTurnBehind(
  tx: Tx,
  {
    message,
    event,
    delivery,
  }: { message: MessageEntity; event: MessageEvent | null; delivery: DeliveryRow | null },
): Promise<ContactTurnEntity | null> {
  const { contactId, workspaceId, isAutomated } = message;
  if (event !== null && event.turnId !== null) return findTurn(tx, { id: event.turnId, workspaceId });
  if (delivery === null || !isAutomated) return null;
  return findTurnAt(tx, { contactId, workspaceId, at: delivery.queuedAt });
}

function showEvent(event: MessageEvent): NonNullable<MessageTrace['event']> {
  const { kind, status, reason } = event;
  return {
    kind,
    status,
    reason,
    receivedAt: event.receivedAt.toISOString(),
    nextTurnAt: toIso(event.nextTurnAt),
  };
}

async function showTurn(tx: Tx, turn: ContactTurnEntity): Promise<NonNullable<MessageTrace['turn']>> {
  const names = await flowRepository.findNames(tx, turn.flowId === null ? [] : [turn.flowId]);
  return {
    turnId: turn.id,
    at: turn.at.toISOString(),
    flowId: turn.flowId,
    flowName: names.get(turn.flowId ?? '') ?? null,
    runId: turn.runId,
    outcome: turn.outcome,
    candidates: turn.candidates,
    steps: turn.steps,
  };
}
