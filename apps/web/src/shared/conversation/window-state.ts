import type { Conversation } from '@instaflow/contracts';

/** A copy, kept equal by a spec: the contracts' own table would bring all of zod along. */
export const humanAgentMs = 7 * 86_400_000;

/**
 * What Instagram allows. `open`: anything, for 24 hours after the contact's last message. `human`: only people,
 * up to 7 days after it. `closed`: nothing until they write again. `never`: they never wrote.
 */
export type WindowState =
  { kind: 'open' | 'human'; endsAt: string; leftMs: number } | { kind: 'closed' | 'never' };

export function windowStateOf(
  { windowExpiresAt, lastUserMessageAt }: Pick<Conversation, 'windowExpiresAt' | 'lastUserMessageAt'>,
  nowMs: number,
): WindowState {
  if (windowExpiresAt === null) return { kind: 'never' };
  const leftMs = new Date(windowExpiresAt).getTime() - nowMs;
  if (leftMs > 0) return { kind: 'open', endsAt: windowExpiresAt, leftMs };
  if (lastUserMessageAt === null) return { kind: 'closed' };
  const humanEnd = new Date(lastUserMessageAt).getTime() + humanAgentMs;
  if (humanEnd <= nowMs) return { kind: 'closed' };
  return { kind: 'human', endsAt: new Date(humanEnd).toISOString(), leftMs: humanEnd - nowMs };
}
