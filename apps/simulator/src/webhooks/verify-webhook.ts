import { randomInt } from 'node:crypto';

export type VerificationResult = { isVerified: boolean; status: number | null; reason: string | null };

/** The GET handshake that Meta makes before it accepts an address. */
export async function verifyWebhook(options: {
  url: string;
  verifyToken: string;
}): Promise<VerificationResult> {
  const challenge = String(randomInt(1_000_000_000, 2_000_000_000));
  const url = new URL(options.url);
  url.searchParams.set('hub.mode', 'subscribe');
  url.searchParams.set('hub.challenge', challenge);
  url.searchParams.set('hub.verify_token', options.verifyToken);
  try {
    const answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(5000) });
    const body = await answer.text();
    if (answer.status !== 200) return refuse(answer.status, `answered ${answer.status}, not 200`);
    if (body !== challenge)
      return refuse(answer.status, 'did not answer with the challenge as its whole body');
    return { isVerified: true, status: answer.status, reason: null };
  } catch (error) {
    return refuse(null, error instanceof Error ? error.message : String(error));
  }
}

function refuse(status: number | null, reason: string): VerificationResult {
  return { isVerified: false, status, reason };
}
