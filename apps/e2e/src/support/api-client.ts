import { z } from 'zod';
import type { Program } from './program';

const jsonObject = z.record(z.string(), z.unknown());
export type JsonObject = z.infer<typeof jsonObject>;
export type ApiAnswer = { status: number; body: JsonObject };

/** Calls the API of a running program as another person than the one at the browser would. */
export type ApiClient = (method: string, path: string, body?: object) => Promise<ApiAnswer>;

/** Signed in as the demo user, beside every page. */
export const signInToApi = async ({ url, demo }: Program): Promise<ApiClient> => {
  const send = async (method: string, path: string, token: string, body?: object): Promise<ApiAnswer> => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        ...(body && { 'content-type': 'application/json' }),
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: body && JSON.stringify(body),
    });
    const answer: unknown = await response.json();
    return { status: response.status, body: jsonObject.catch({}).parse(answer) };
  };
  const { body } = await send('POST', '/auth/login', '', demo);
  const token = z.string().parse(body['token']);
  return (method, path, sent) => send(method, path, token, sent);
};
