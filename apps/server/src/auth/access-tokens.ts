import type { JwtService } from '@nestjs/jwt';
import { z } from 'zod';
import type { PlatformRole } from '@instaflow/contracts';

const issuer = 'instaflow';
const audience = 'instaflow-api';
const lifetimeSeconds = 15 * 60;

const claimsSchema = z.object({
  type: z.literal('access'),
  userId: z.uuid(),
  sid: z.uuid(),
  exp: z.number(),
});
/** What a valid access token says. */
export type AccessClaims = { userId: string; sessionId: string; expiresAtMs: number };

/** Access tokens: signed with HS256 only, valid for 15 minutes, bound to issuer, audience, type and session. */
export class AccessTokens {
  constructor(private readonly jwt: JwtService) {}

  issue(subject: { userId: string; sessionId: string; platformRole: PlatformRole }): Promise<string> {
    const { userId, sessionId, platformRole } = subject;
    return this.jwt.signAsync(
      { type: 'access', userId, roles: [platformRole], sid: sessionId },
      { algorithm: 'HS256', issuer, audience, subject: userId, expiresIn: lifetimeSeconds },
    );
  }

  /** Null for anything but a token of ours that is valid now. */
  async verify(token: string): Promise<AccessClaims | null> {
    try {
      const payload: unknown = await this.jwt.verifyAsync(token, { algorithms: ['HS256'], issuer, audience });
      const claims = claimsSchema.parse(payload);
      return { userId: claims.userId, sessionId: claims.sid, expiresAtMs: claims.exp * 1_000 };
    } catch {
      // Expired, forged or foreign: all of them are no token.
      return null;
    }
  }
}
