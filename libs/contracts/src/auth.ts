import { z } from 'zod';
import { defineEndpoint } from './endpoint';
import { email, noContent, password, shortText, timestamp, uuid } from './primitives';

export const platformRole = z.enum(['admin', 'user', 'agent']);
export type PlatformRole = z.infer<typeof platformRole>;

const session = z.object({ userId: uuid, email: z.string(), token: z.string() });

export const user = z.object({
  userId: uuid,
  email: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  roles: z.array(platformRole),
  subscriptionPlanId: uuid.nullable(),
  defaultWorkspaceId: uuid.nullable(),
  createdAt: timestamp,
});
export type User = z.infer<typeof user>;

export const authEndpoints = {
  register: defineEndpoint({
    method: 'POST',
    path: '/auth/register',
    access: 'public',
    tag: 'auth',
    summary: 'Registers a user and creates their own workspace',
    status: 201,
    body: z.strictObject({
      email,
      password,
      firstName: z.string().trim().max(100).default(''),
      lastName: z.string().trim().max(100).default(''),
    }),
    response: session,
  }),
  login: defineEndpoint({
    method: 'POST',
    path: '/auth/login',
    access: 'public',
    tag: 'auth',
    summary: 'Signs in; sets the refresh cookie and answers an access token for 15 minutes',
    status: 200,
    body: z.strictObject({ email: z.string().max(254), password: z.string().max(256) }),
    response: session,
  }),
  refresh: defineEndpoint({
    method: 'POST',
    path: '/auth/refresh',
    access: 'public',
    tag: 'auth',
    summary: 'Rotates the refresh cookie and answers a new access token',
    status: 200,
    response: session,
  }),
  logout: defineEndpoint({
    method: 'POST',
    path: '/auth/logout',
    access: 'public',
    tag: 'auth',
    summary: 'Ends the session of the refresh cookie',
    status: 204,
    response: noContent,
  }),
  getMe: defineEndpoint({
    method: 'GET',
    path: '/users/me',
    access: 'user',
    tag: 'users',
    summary: 'The signed-in user',
    status: 200,
    response: user,
  }),
  updateMe: defineEndpoint({
    method: 'PATCH',
    path: '/users/me',
    access: 'user',
    tag: 'users',
    summary: 'Changes the name of the signed-in user',
    status: 200,
    body: z.strictObject({
      firstName: shortText.optional(),
      lastName: z.string().trim().max(200).optional(),
    }),
    response: user,
  }),
};
