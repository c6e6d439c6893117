import { errorCodes } from '@instaflow/contracts';
import { unauthorized } from '@instaflow/platform';
import type { AccessTokens } from '../auth/access-tokens';
import type { Caller } from './call';
import type { CallerDirectory } from './caller-directory';

/** The caller of an `Authorization` header. Throws 401 when it names nobody who is signed in now. */
export async function authenticate(
  authorization: string | undefined,
  { tokens, directory }: { tokens: AccessTokens; directory: CallerDirectory },
): Promise<Caller> {
  const [, token] = /^Bearer +([\w.~+/=-]{1,4000})$/i.exec(authorization ?? '') ?? [];
  const claims = token === undefined ? null : await tokens.verify(token);
  const caller = claims === null ? null : await directory.find(claims);
  if (caller === null) {
    throw unauthorized({ code: errorCodes.unauthorized, message: 'Please sign in.' });
  }
  return caller;
}
