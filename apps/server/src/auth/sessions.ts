import { createHash } from 'node:crypto';
import { v7 as newId } from 'uuid';
import { errorCodes, type PlatformRole } from '@instaflow/contracts';
import { inEngine, sessionRepository, userRepository, type Tx } from '@instaflow/db';
import { randomToken, unauthorized } from '@instaflow/platform';
import type { Dependencies } from '../dependencies';
import type { CallerDirectory } from '../http/caller-directory';
import type { AccessTokens } from './access-tokens';

const refreshLifetimeMs = 30 * 86_400_000;
/** Two tabs that refresh at once both present the old token; that is no theft. */
const parallelRefreshMs = 10_000;

export type Client = { userAgent: string | null; ipAddress: string };
type SessionUser = { id: string; email: string; platformRole: PlatformRole };
export type IssuedSession = { userId: string; email: string; token: string; refreshToken: string };

/** Sessions: a family of rotating refresh tokens each, known here only by their hashes. */
export class Sessions {
  constructor(
    private readonly deps: Pick<Dependencies, 'engineSource'>,
    private readonly tokens: AccessTokens,
    private readonly directory: CallerDirectory,
  ) {}

  /** Begins a session. */
  async begin(tx: Tx, user: SessionUser, client: Client): Promise<IssuedSession> {
    return this.#issue(tx, { user, client, familyId: newId() });
  }

  /**
   * Exchanges a refresh token for a new one. A token that was rotated before (but for parallel requests) is a stolen
   * one: its whole family ends. Throws 401.
   */
  async refresh(refreshToken: string, client: Client): Promise<IssuedSession> {
    const outcome = await inEngine(this.deps.engineSource, async (tx) => {
      const token = await sessionRepository.lockToken(tx, hashToken(refreshToken));
      if (token === null || token.isRevoked || token.isExpired) return null;
      const { ageSinceRotationMs, familyId } = token;
      if (ageSinceRotationMs !== null && ageSinceRotationMs > parallelRefreshMs) {
        await sessionRepository.revokeFamily(tx, familyId);
        this.directory.forget(familyId);
        return null;
      }
      const user = await userRepository.findById(tx, token.userId);
      if (user === null || user.status !== 'active') return null;
      await sessionRepository.markRotated(tx, token.id);
      return this.#issue(tx, { user, client, familyId });
    });
    if (outcome === null) throw sessionEnded();
    return outcome;
  }

  /** Ends the session of a refresh token; one that is not known is ended already. */
  async end(refreshToken: string): Promise<void> {
    await inEngine(this.deps.engineSource, async (tx) => {
      const token = await sessionRepository.lockToken(tx, hashToken(refreshToken));
      if (token !== null) await this.#revoke(tx, token.familyId);
    });
  }

  /** Ends a session by its id. */
  async endById(sessionId: string): Promise<void> {
    await inEngine(this.deps.engineSource, (tx) => this.#revoke(tx, sessionId));
  }

  async #revoke(tx: Tx, familyId: string): Promise<void> {
    await sessionRepository.revokeFamily(tx, familyId);
    this.directory.forget(familyId);
  }

  async #issue(
    tx: Tx,
    { user, client, familyId }: { user: SessionUser; client: Client; familyId: string },
  ): Promise<IssuedSession> {
    const refreshToken = randomToken();
    await sessionRepository.insertToken(tx, {
      id: newId(),
      familyId,
      userId: user.id,
      tokenHash: hashToken(refreshToken),
      ...client,
      lifetimeMs: refreshLifetimeMs,
    });
    const subject = { userId: user.id, sessionId: familyId, platformRole: user.platformRole };
    return { userId: user.id, email: user.email, token: await this.tokens.issue(subject), refreshToken };
  }
}

function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** 401: sign in again. */
export function sessionEnded() {
  return unauthorized({ code: errorCodes.unauthorized, message: 'Your session has ended. Please sign in.' });
}
