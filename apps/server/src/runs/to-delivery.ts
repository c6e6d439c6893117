import type { Delivery } from '@instaflow/contracts';
import type { DeliveryRow } from '@instaflow/db';
import { toMessageError } from '../conversations/to-message-error';
import { toIso } from '../http/to-iso';

/** A message of the outbox as the trace shows it. */
export function toDelivery(row: DeliveryRow): Delivery {
  const { errorCode, errorMessage } = row;
  return {
    messageLogId: row.messageLogId,
    key: row.key,
    kind: row.kind,
    deliveryStatus: row.deliveryStatus,
    attempts: row.attempts,
    mid: row.mid,
    error: toMessageError(errorCode, errorMessage),
    queuedAt: row.queuedAt.toISOString(),
    notBefore: row.notBefore.toISOString(),
    heldSince: toIso(row.heldAt),
    heldUntil: toIso(row.quietUntil),
    finishedAt: toIso(row.finishedAt),
  };
}
