import { request } from 'undici';
import type { z } from 'zod';
import { AppError } from '@instaflow/platform';

const timeoutMs = 5_000;

/** One call of the simulator's control API. Throws AppError when it does not answer as promised. */
export async function callSimulator<T extends z.ZodType>(
  simulatorUrl: string,
  call: { method: 'GET' | 'POST'; path: string; body?: object; answer: T },
): Promise<z.output<T>> {
  const { status, body } = await ask(simulatorUrl, call);
  const parsed = call.answer.safeParse(body);
  if (status < 300 && parsed.success) return parsed.data;
  throw failed(`answered ${call.method} ${call.path} with ${status}`);
}

async function ask(
  simulatorUrl: string,
  call: { method: 'GET' | 'POST'; path: string; body?: object },
): Promise<{ status: number; body: unknown }> {
  const content = call.body === undefined ? {} : { headers: json, body: JSON.stringify(call.body) };
  try {
    const answer = await request(`${simulatorUrl}/_control${call.path}`, {
      method: call.method,
      ...content,
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
    });
    return { status: answer.statusCode, body: await answer.body.json() };
  } catch (cause) {
    throw failed(`does not answer ${call.method} ${call.path}`, cause);
  }
}

const json = { 'content-type': 'application/json' };

function failed(what: string, cause?: unknown): AppError {
  return new AppError({
    code: 'simulator_failed',
    kind: 'operational',
    message: `The simulator ${what}. Restart the program.`,
    cause,
  });
}
