import { errorCodes, type BodyOf, type endpoints } from '@instaflow/contracts';
import { inEngine, userRepository } from '@instaflow/db';
import { unauthorized } from '@instaflow/platform';
import type { Dependencies } from '../dependencies';
import type { LoginThrottles } from './login-throttles';
import { verifyPassword } from './passwords';
import type { Client, IssuedSession, Sessions } from './sessions';

/** Signs in. One error and one duration for an unknown address, a wrong password and a suspended user; 429. */
export async function logIn(
  parts: {
    deps: Pick<Dependencies, 'engineSource'>;
    sessions: Sessions;
    throttles: LoginThrottles;
  },
  { body, client }: { body: BodyOf<typeof endpoints.login>; client: Client },
): Promise<IssuedSession> {
  const { deps, sessions, throttles } = parts;
  const email = body.email.trim().toLowerCase();
  await throttles.address.count(client.ipAddress);
  await throttles.account.count(email);
  const user = await userRepository.findByEmail(deps.engineSource.manager, email);
  const isRight = await verifyPassword(user?.passwordHash ?? null, body.password);
  if (!isRight || user?.status !== 'active') {
    throw unauthorized({
      code: errorCodes.invalidCredentials,
      message: 'E-mail address or password are not right.',
    });
  }
  await Promise.all([throttles.account.clear(email), throttles.address.forgive(client.ipAddress)]);
  return inEngine(deps.engineSource, (tx) => sessions.begin(tx, user, client));
}
