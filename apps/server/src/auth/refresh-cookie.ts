import type { FastifyReply, FastifyRequest } from 'fastify';

const name = 'instaflow_refresh';
const maxAgeSeconds = 30 * 86_400;

const attributes = (publicUrl: string) => ({
  path: '/api/v1/auth',
  httpOnly: true,
  sameSite: 'strict' as const,
  secure: publicUrl.startsWith('https:'),
});

/** Where the refresh token lives in a browser: out of reach of scripts and of other sites. */
export const refreshCookie = {
  read: (request: FastifyRequest): string | null => request.cookies[name] || null,

  write(reply: FastifyReply, { token, publicUrl }: { token: string; publicUrl: string }): void {
    reply.setCookie(name, token, { ...attributes(publicUrl), maxAge: maxAgeSeconds });
  },

  clear(reply: FastifyReply, publicUrl: string): void {
    reply.clearCookie(name, attributes(publicUrl));
  },
};
