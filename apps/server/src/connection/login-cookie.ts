import type { FastifyReply, FastifyRequest } from 'fastify';
import { apiPrefix } from '@instaflow/contracts';
import { randomToken } from '@instaflow/platform';

const name = 'instaflow_login';
const shape = /^[\w-]{43}$/;

/** Names the browser in which logins are begun. `lax`, because Meta sends people back from another site. */
export const loginCookie = {
  read(request: FastifyRequest): string | null {
    const value = request.cookies[name] ?? '';
    return shape.test(value) ? value : null;
  },

  /** The name this browser has already, so that logins in two windows do not disturb each other, or a new one. */
  renew(
    { request, reply }: { request: FastifyRequest; reply: FastifyReply },
    { publicUrl, lifeMs }: { publicUrl: string; lifeMs: number },
  ): string {
    const value = loginCookie.read(request) ?? randomToken();
    reply.setCookie(name, value, {
      path: `${apiPrefix}/instagram-accounts/oauth`,
      httpOnly: true,
      sameSite: 'lax',
      secure: publicUrl.startsWith('https:'),
      maxAge: lifeMs / 1000,
    });
    return value;
  },
};
