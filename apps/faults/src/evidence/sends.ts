import { z } from 'zod';
import type { GraphCall } from './ledger-entry';

const message = z.looseObject({ text: z.string().optional() });

/** A message that Instagram took, whatever the program was told; to one person when given. */
export function isSend(call: GraphCall, igsid?: string): boolean {
  return isAttempt(call) && call.applied && (igsid === undefined || call.igsid === igsid);
}

/** A call that was to send a message: no typing sign, no mark of having read. */
export function isAttempt(call: GraphCall): boolean {
  return call.method === 'POST' && call.path.endsWith('/messages') && call.body['message'] !== undefined;
}

/** An answer under a comment that everybody sees. */
export function isPublicReply(call: GraphCall): boolean {
  return call.method === 'POST' && call.path.endsWith('/replies') && call.applied;
}

export function textOf({ body }: GraphCall): string {
  const parsed = message.safeParse(readMaybeJson(body['message']));
  return (parsed.success ? parsed.data.text : undefined) ?? '';
}

/** Form bodies carry JSON as text. */
function readMaybeJson(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    // Plain words: the message of a public reply.
    return { text: value };
  }
}
