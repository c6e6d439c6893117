import { request } from 'undici';
import type { z } from 'zod';
import { AppError } from '@instaflow/platform';

const timeoutMs = 5_000;

/** One call of the simulator's control API. Throws AppError when it does not answer as promised. */
export async function callSimulator<T extends z.ZodType>(
  simulatorUrl: string,
  call: { method: 'GET' | 'POST'; path: string; body?: object; answer: T },
): Promise<z.output<T>> {
  const answer = await request(`${simulatorUrl}/_control${call.path}`, {
    method: call.method,
    ...(call.body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(call.body) }),
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
  });
  const parsed = call.answer.safeParse(await answer.body.json());
  if (answer.statusCode < 300 && parsed.success) return parsed.data;
  throw new AppError({
    code: 'simulator_refused',
    kind: 'operational',
    message: `The simulator answered ${call.method} ${call.path} with ${answer.statusCode}.`,
  });
}
