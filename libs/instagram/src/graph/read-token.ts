import { readNumber, readText } from '../json/read-fields';
import type { ReadAnswer } from './graph-result';

export type LongLivedToken = { token: string; expiresInMs: number };

/** Reads `{access_token, token_type, expires_in}` with the life in seconds. */
export const readToken: ReadAnswer<LongLivedToken> = (answer) => {
  const token = readText(answer, 'access_token');
  const expiresIn = readNumber(answer, 'expires_in');
  return token === null || expiresIn === null ? null : { token, expiresInMs: expiresIn * 1000 };
};
