import { z } from 'zod';
import type { MailResult } from '@instaflow/db';

const minuteMs = 60_000;
const maxAttempts = 8;
const longestPauseMs = 60 * minuteMs;

/** What a mail server's refusal says, without the words in it: they may quote the mail. */
const refusalSchema = z.object({
  code: z.string().optional(),
  responseCode: z.number().optional(),
});

/**
 * What follows from a mail the server did not take. An address it refuses for good (EENVELOPE, 5xx) is not tried again;
 * everything else is, up to eight times within some hours. `now` in epoch milliseconds.
 */
export function decideMailResult(
  failure: unknown,
  { attempts, now }: { attempts: number; now: number },
): MailResult {
  const { code = 'unknown', responseCode } = refusalSchema.safeParse(failure).data ?? {};
  const error = responseCode === undefined ? code : `${code} ${responseCode}`;
  const isRefused = code === 'EENVELOPE' && responseCode !== undefined && responseCode >= 500;
  if (isRefused || attempts >= maxAttempts) return { status: 'failed', error };
  const pauseMs = Math.min(longestPauseMs, minuteMs * 2 ** (attempts - 1));
  return { status: 'queued', error, dueAt: now + pauseMs };
}
