import { v7 as newId } from 'uuid';
import { errorCodes, type BodyOf, type endpoints } from '@instaflow/contracts';
import { inEngine, userRepository, workspaceRepository } from '@instaflow/db';
import { conflict } from '@instaflow/platform';
import type { Dependencies } from '../dependencies';
import { hashPassword } from './passwords';
import type { Client, IssuedSession, Sessions } from './sessions';

/** Creates a user with their own workspace and signs them in. 409 `email_taken`. */
export async function registerUser(
  deps: Pick<Dependencies, 'engineSource'>,
  sessions: Sessions,
  { body, client }: { body: BodyOf<typeof endpoints.register>; client: Client },
): Promise<IssuedSession> {
  const passwordHash = await hashPassword(body.password);
  const email = body.email.toLowerCase();
  return inEngine(deps.engineSource, async (tx) => {
    const { firstName, lastName } = body;
    const user = await userRepository.create(tx, { id: newId(), email, passwordHash, firstName, lastName });
    if (user === null) {
      throw conflict({
        code: errorCodes.emailTaken,
        message: 'There is an account with this e-mail address already. Sign in instead.',
      });
    }
    await workspaceRepository.createOwned(tx, {
      id: newId(),
      name: `${firstName === '' ? (email.split('@')[0] ?? email) : firstName}'s workspace`,
      timezone: 'UTC',
      ownerUserId: user.id,
    });
    return sessions.begin(tx, user, client);
  });
}
