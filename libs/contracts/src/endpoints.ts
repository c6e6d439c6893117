import { analyticsEndpoints } from './analytics';
import { authEndpoints } from './auth';
import { contactEndpoints } from './contacts';
import { conversationEndpoints } from './conversations';
import { flowEndpoints } from './flows';
import { accountEndpoints } from './instagram-accounts';
import { flowOperationEndpoints } from './flow-operations';
import { notificationEndpoints } from './notifications';
import { runEndpoints } from './runs';
import { systemEndpoints } from './system';
import { triggerEndpoints } from './triggers';
import { workspaceEndpoints } from './workspaces';

/** Every call of the HTTP API below `/api/v1`, by name. */
export const endpoints = {
  ...systemEndpoints,
  ...authEndpoints,
  ...workspaceEndpoints,
  ...accountEndpoints,
  ...flowEndpoints,
  ...triggerEndpoints,
  ...contactEndpoints,
  ...conversationEndpoints,
  ...analyticsEndpoints,
  ...runEndpoints,
  ...flowOperationEndpoints,
  ...notificationEndpoints,
};
export type EndpointName = keyof typeof endpoints;

/** Path prefix of every endpoint. */
export const apiPrefix = '/api/v1';
