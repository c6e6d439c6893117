import type { Evidence, Violation } from '../evidence/evidence';
import type { GraphCall } from '../evidence/ledger-entry';
import { isAttempt } from '../evidence/sends';
import { messagesPerSecond } from '../load/prepare-account';

/** A bucket holds two seconds' worth. */
const burst = messagesPerSecond * 2;
/** What was let through may reach Instagram up to a second later than it left the bucket. */
const slack = messagesPerSecond;
const windowClosed = 2_534_022;
const privateReplyBurst = 10;
const privateRepliesPerMs = 750 / 3_600_000;

/** 9: nothing is tried outside the messaging window, and no account sends faster than its bucket allows. */
export function checkWithinLimits({ calls, accounts }: Evidence): Violation[] {
  const attempts = calls.filter(isAttempt);
  const outside = attempts.filter(({ error }) => error?.subcode === windowClosed);
  return [
    ...outside.map(({ igsid }) => ({
      invariant: 9,
      about: igsid ?? '',
      story: ['A message was tried outside the messaging window.'],
    })),
    ...accounts.flatMap(({ userId }) => {
      const own = attempts.filter(({ accountId }) => accountId === userId);
      const isPrivate = ({ commentId }: GraphCall): boolean => commentId !== null;
      return [
        ...findRush(
          own.map(({ at }) => at),
          { burst: burst + slack, perMs: messagesPerSecond / 1_000 },
        ),
        ...findRush(
          own.filter(isPrivate).map(({ at }) => at),
          {
            burst: privateReplyBurst + 1,
            perMs: privateRepliesPerMs,
          },
        ),
      ].map((sentence) => ({ invariant: 9, about: userId, story: [sentence] }));
    }),
  ];
}

/** The first stretch of time with more than the bucket can have given; times are rising. */
export function findRush(
  times: readonly number[],
  { burst: most, perMs }: { burst: number; perMs: number },
): string[] {
  let spent = 0;
  let last = times[0] ?? 0;
  for (const at of times) {
    spent = Math.max(0, spent - (at - last) * perMs) + 1;
    last = at;
    if (spent > most)
      return [
        `${spent.toFixed(1)} messages in one burst at ${new Date(at).toISOString()}; ${most} are allowed.`,
      ];
  }
  return [];
}
