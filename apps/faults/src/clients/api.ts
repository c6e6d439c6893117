import { z } from 'zod';
import { until } from '../until';
import { callJson, type JsonAnswer } from './call-json';

export type Api = {
  /** Repeats until it is answered with 2xx, for as long as the patience lasts. Throws on a refusal or after it. */
  call: (
    method: string,
    path: string,
    body?: unknown,
    options?: { idempotencyKey?: string },
  ) => Promise<unknown>;
  /** All items of a list, over its pages. */
  listAll: <T>(path: string, name: string, item: z.ZodType<T>) => Promise<T[]>;
};

const session = z.object({ token: z.string() });
/** A key whose request died with the program is free again after a minute. */
const patienceMs = 75_000;

/** The public API as one person who registered for this run. */
export async function createApi(url: string, email: string): Promise<Api> {
  const password = 'a long passphrase for faults';
  const registered = await callJson(`${url}/api/v1/auth/register`, {
    method: 'POST',
    body: { email, password, firstName: 'Fay', lastName: 'Ult' },
  });
  const { token } = session.parse(registered?.body);
  const call: Api['call'] = async (method, path, body, { idempotencyKey } = {}) => {
    const headers = {
      authorization: `Bearer ${token}`,
      ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
    };
    let last: JsonAnswer | null = null;
    const answer = await until(
      async () => {
        last = await callJson(`${url}/api/v1${path}`, { method, body, headers });
        return last === null || mayRepeat(last.status) ? null : last;
      },
      { deadline: Date.now() + patienceMs, everyMs: 100 },
    );
    if (answer === null)
      throw new Error(`${method} ${path} was not done within ${patienceMs} ms: ${JSON.stringify(last)}`);
    if (answer.status >= 400) {
      throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    }
    return answer.body;
  };
  return {
    call,
    listAll: async (path, name, item) => {
      const page = z.looseObject({ [name]: z.array(item), nextCursor: z.string().nullable() });
      const items: z.infer<typeof item>[] = [];
      let cursor: string | null = null;
      do {
        const query: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
        const parsed = page.parse(await call('GET', `${path}?limit=100${query}`));
        items.push(...z.array(item).parse(parsed[name]));
        cursor = z.string().nullable().parse(parsed.nextCursor);
      } while (cursor !== null);
      return items;
    },
  };
}

/** Down, overloaded, or the first request with this key is still running. */
function mayRepeat(status: number): boolean {
  return status >= 500 || status === 409 || status === 429;
}
