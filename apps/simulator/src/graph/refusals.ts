import { knownErrors, type KnownErrorName } from '../faults/error-catalogue';
import type { Switches } from '../state/switches';
import { GraphError } from './graph-error';

/** The refusals of the Graph API by name, with the codes of Meta's error tables. */
export const refusals = {
  /** A row of the error catalogue as it stands there. */
  known: (name: KnownErrorName) => {
    const { code, subcode, status, message, isTransient } = knownErrors[name];
    return new GraphError({ code, subcode, status, isTransient, message: `(#${code}) ${message}` });
  },

  badParameter: (message: string) => new GraphError({ code: 100, message: `(#100) ${message}` }),

  unknownObject: (id: string, method: string) =>
    new GraphError({
      code: 100,
      subcode: 33,
      type: 'GraphMethodException',
      message:
        `Unsupported ${method.toLowerCase()} request. Object with ID '${id}' does not exist, cannot be loaded due to ` +
        'missing permissions, or does not support this operation',
    }),

  unknownPath: (path: string) => new GraphError({ code: 2500, message: `Unknown path components: ${path}` }),

  badToken: (switches: Switches) =>
    new GraphError({
      code: 190,
      status: switches.tokenErrorStatus,
      message: 'Invalid OAuth access token - Cannot parse access token',
    }),

  deadToken: (switches: Switches, subcode: number) =>
    new GraphError({
      code: 190,
      subcode,
      status: switches.tokenErrorStatus,
      message:
        deadTokenMessages[subcode] ?? 'Error validating access token: The session has been invalidated.',
    }),

  needsPageToken: (switches: Switches) =>
    new GraphError({
      code: 190,
      status: switches.tokenErrorStatus,
      message: '(#190) This method must be called with a Page Access Token',
    }),

  missingScope: (scope: string) =>
    new GraphError({
      code: 10,
      status: 403,
      message: `(#10) Application does not have permission for this action: ${scope}`,
    }),

  noRole: () =>
    new GraphError({
      code: 200,
      status: 403,
      message: '(#200) The recipient has no role on the app, which has standard access only',
    }),

  messagingBlocked: () =>
    new GraphError({
      code: 100,
      subcode: 2534029,
      message: '(#100) This business is blocked from Instagram messaging',
    }),

  restricted: () =>
    new GraphError({
      code: 10,
      subcode: 1893063,
      status: 403,
      message: '(#10) This account is temporarily restricted from messaging',
    }),

  noSuchRecipient: () =>
    new GraphError({ code: 100, subcode: 2534014, message: '(#100) No matching Instagram user' }),

  personUnavailable: ({ unavailableCode: code }: Switches) =>
    new GraphError({
      code,
      subcode: 1545041,
      status: code === 200 ? 403 : 400,
      message: `(#${code}) This person is not available right now.`,
    }),

  messageAccessOff: () =>
    new GraphError({
      code: 200,
      subcode: 2534041,
      status: 403,
      message: '(#200) The account owner has disabled access to Instagram direct messages',
    }),

  otherAppOwnsThread: () =>
    new GraphError({
      code: 100,
      subcode: 2534037,
      message: '(#100) Another app is controlling this thread now.',
    }),

  outsideWindow: (switches: Switches) =>
    new GraphError({
      code: 10,
      subcode: 2534022,
      status: switches.windowErrorStatus,
      type: 'IGApiException',
      message: '(#10) This message is sent outside of allowed window.',
    }),

  actionWithMessage: () =>
    new GraphError({
      code: 100,
      subcode: 2018014,
      message: '(#100) A sender action cannot be sent together with a message',
    }),

  commentRefused: () =>
    new GraphError({
      code: 100,
      subcode: 2534025,
      message: '(#100) The comment is invalid for a private reply',
    }),

  commentTooOld: (switches: Switches) =>
    switches.oldCommentSubcode === 2534025 ? refusals.commentRefused() : refusals.outsideWindow(switches),

  notAFollower: () =>
    new GraphError({
      code: 2,
      subcode: 1545133,
      message: '(#2) Service temporarily unavailable',
      userMessage: "You can't send media to this person unless they follow you.",
    }),

  badAttachmentId: () =>
    new GraphError({ code: 100, subcode: 2018074, message: '(#100) The attachment ID is not valid' }),

  contentNotAllowed: (message: string) =>
    new GraphError({ code: 100, subcode: 2534015, message: `(#100) ${message}` }),

  tooFast: (switches: Switches) =>
    new GraphError({
      code: 613,
      subcode: 2534040,
      status: switches.throttleStatus,
      message: '(#613) Calls to this api have exceeded the rate limit.',
    }),

  appLimit: (switches: Switches) =>
    new GraphError({
      code: 4,
      status: switches.throttleStatus,
      message: '(#4) Application request limit reached',
    }),

  accountLimit: (switches: Switches) =>
    new GraphError({
      code: 80002,
      status: switches.throttleStatus,
      message: '(#80002) There have been too many calls to this Instagram account. Wait a bit and try again.',
    }),

  consentMissing: () =>
    new GraphError({
      code: 230,
      status: 403,
      type: 'IGApiException',
      message: '(#230) User consent is required to access user profile',
    }),

  messageGone: () =>
    new GraphError({
      code: 9000001,
      type: 'IGApiException',
      message: 'The requested message was deleted or is not among the 20 newest of its conversation',
    }),
};

const deadTokenMessages: Record<number, string> = {
  458: 'Error validating access token: The user has not authorized the application.',
  459: 'Error validating access token: You cannot access the app till you log in and follow the instructions given.',
  460: 'Error validating access token: The session has been invalidated because the user changed their password.',
  463: 'Error validating access token: Session has expired.',
  464: 'Error validating access token: Sessions for the user are not allowed because the user is not confirmed.',
  467: 'Error validating access token: The session is invalid because the user logged out.',
  492: 'Error validating access token: The user no longer has a role on the Page.',
};
