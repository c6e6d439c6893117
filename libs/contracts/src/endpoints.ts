import { analyticsEndpoints } from './analytics';
import { authEndpoints } from './auth';
import { connectionEndpoints } from './connection';
import { contactEndpoints } from './contacts';
import { conversationEndpoints } from './conversations';
import { dataDeletionEndpoints } from './data-deletion';
import { doctorEndpoints } from './doctor';
import { flowBundleEndpoints } from './flow-bundles';
import { flowCommentEndpoints } from './flow-comments';
import { flowDiffEndpoints } from './flow-diff';
import { flowFolderEndpoints } from './flow-folders';
import { flowProposalEndpoints } from './flow-proposals';
import { flowPublishingEndpoints } from './flow-publishing';
import { flowShareLinkEndpoints } from './flow-share-links';
import { flowTemplateEndpoints } from './flow-templates';
import { flowTestEndpoints } from './flow-tests';
import { flowVersionEndpoints } from './flow-versions';
import { flowEndpoints } from './flows';
import { accountEndpoints } from './instagram-accounts';
import { flowOperationEndpoints } from './flow-operations';
import { mediaEndpoints } from './media';
import { messengerProfileEndpoints } from './messenger-profile';
import { notificationEndpoints } from './notifications';
import { outgoingMessageEndpoints } from './outgoing-messages';
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
  ...connectionEndpoints,
  ...doctorEndpoints,
  ...dataDeletionEndpoints,
  ...flowEndpoints,
  ...flowProposalEndpoints,
  ...flowPublishingEndpoints,
  ...flowVersionEndpoints,
  ...flowDiffEndpoints,
  ...flowTestEndpoints,
  ...flowBundleEndpoints,
  ...flowTemplateEndpoints,
  ...flowFolderEndpoints,
  ...flowShareLinkEndpoints,
  ...flowCommentEndpoints,
  ...triggerEndpoints,
  ...messengerProfileEndpoints,
  ...contactEndpoints,
  ...conversationEndpoints,
  ...outgoingMessageEndpoints,
  ...analyticsEndpoints,
  ...runEndpoints,
  ...flowOperationEndpoints,
  ...notificationEndpoints,
  ...mediaEndpoints,
};
export type EndpointName = keyof typeof endpoints;

/** Path prefix of every endpoint. */
export const apiPrefix = '/api/v1';
