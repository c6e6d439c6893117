import type { OutcomeClass, ThrottleScope } from './graph-result';

/** What one refusal means. `sentence` tells the owner what happened and what to do. */
export type ErrorMeaning = {
  outcome: OutcomeClass;
  code: string;
  sentence: string;
  scope?: ThrottleScope;
  /** How often a definite refusal may still be tried again. */
  retries?: number;
};

const reconnect = 'Connect the account again.';

const tokenRevoked = (why: string): ErrorMeaning => ({
  outcome: 'token',
  code: 'access_token_invalid',
  sentence: `Instagram no longer accepts the access of this account: ${why} ${reconnect}`,
});

const throttled = (scope: ThrottleScope): ErrorMeaning => ({
  outcome: 'throttled',
  code: 'rate_limited',
  sentence:
    'Instagram limits how fast this account may send. Wait: the message goes out as soon as it is allowed.',
  scope,
});

const content = (code: string, sentence: string, retries = 0): ErrorMeaning => ({
  outcome: 'content',
  code,
  sentence,
  retries,
});

const permission: ErrorMeaning = {
  outcome: 'token',
  code: 'permission_missing',
  sentence: `A permission is missing or was withdrawn. ${reconnect} Allow everything Instagram asks for.`,
};

const refused: ErrorMeaning = {
  outcome: 'config',
  code: 'request_refused',
  sentence: 'Instagram refused the request as malformed. Report this to whoever runs this program.',
};

/** Every meaning a refusal can have, by name. */
export const errorMeanings = {
  accountNotEligible: {
    ...refused,
    code: 'account_not_eligible',
    sentence:
      'Instagram does not open its API to this account. Switch it to a professional account, then connect it again.',
  },
  accountRestricted: {
    outcome: 'account_blocked',
    code: 'account_restricted',
    sentence:
      'Instagram has restricted this account from messaging. Look into Account Status in the Instagram app and slow down.',
  },
  answerLost: {
    outcome: 'ambiguous',
    code: 'answer_lost',
    sentence:
      'Instagram did not confirm the message; it may have gone out. Look into the conversation before you send it again.',
  },
  appSecretWrong: {
    ...refused,
    code: 'app_misconfigured',
    sentence: 'Instagram does not accept the id or the secret of the app. Correct them in the settings.',
  },
  capabilityMissing: {
    ...refused,
    code: 'capability_missing',
    sentence: 'The app may not do this. Ask for the capability in the App Review of Meta.',
  },
  commentNotAnswerable: {
    outcome: 'comment',
    code: 'comment_not_answerable',
    sentence:
      'Instagram takes no private reply to this comment: it was answered before, deleted, or is older than 7 days. Answer it in public instead.',
  },
  consentMissing: {
    outcome: 'consent',
    code: 'consent_missing',
    sentence:
      'The person has not written yet, so Instagram does not show their profile. Nothing has to be done.',
  },
  contentRefused: content(
    'content_refused',
    'Instagram does not allow the content of this message. Change its words or leave its link out.',
  ),
  duplicateContent: content(
    'duplicate_content',
    'Instagram refused the message as a duplicate. Change its words.',
  ),
  loginCodeUsed: {
    ...refused,
    code: 'login_code_invalid',
    sentence: 'The login took too long or was used already. Start connecting the account again.',
  },
  mediaNeedsFollower: content(
    'media_needs_follower',
    'Instagram delivers buttons and media only to people who follow the account. Send a plain text first.',
  ),
  mediaRefused: content(
    'media_refused',
    'Instagram refused the media file: wrong type or too large. Use a smaller file or another format.',
  ),
  mediaUnreachable: content(
    'media_unreachable',
    'Instagram could not load the media file. Make its address public and quick to answer.',
    1,
  ),
  messageAccessOff: {
    ...permission,
    code: 'message_access_off',
    sentence:
      'Access to messages is turned off. In the Instagram app allow it under Messages > Connected tools, then connect again.',
  },
  messageGone: {
    ...refused,
    code: 'message_gone',
    sentence: 'Instagram no longer shows this message. Look for it in the Instagram app.',
  },
  notReached: {
    outcome: 'not_sent',
    code: 'instagram_unreachable',
    sentence: 'Instagram could not be reached. Wait: it is tried again.',
  },
  objectMissing: {
    ...refused,
    code: 'object_missing',
    sentence: 'Instagram does not know the object any more, or this account may not see it. Choose another.',
  },
  outsideWindow: {
    outcome: 'outside_window',
    code: 'outside_messaging_window',
    sentence:
      'The person has not written within the last 24 hours, so Instagram did not deliver the message. Wait until they write again.',
  },
  pageLinkBroken: {
    ...permission,
    sentence: `The link between Page and Instagram account is broken, or two-factor login is missing. Repair it at Facebook. ${reconnect}`,
  },
  pageNotLinked: {
    ...permission,
    sentence: `The Page is not linked to an Instagram account. Link them at Facebook. ${reconnect}`,
  },
  permissionMissing: permission,
  personRateLimited: {
    ...throttled('person'),
    code: 'person_rate_limited',
    sentence: 'Instagram finds this person written to too often. Write to them less; the message waits.',
  },
  personUnavailable: {
    outcome: 'person_unavailable',
    code: 'person_unavailable',
    sentence:
      'The person cannot receive messages at the moment, or has blocked this account. Wait until they write.',
  },
  personUnknown: {
    outcome: 'person_unavailable',
    code: 'person_not_found',
    sentence: 'Instagram does not know this person any more. Nothing can be sent to them.',
  },
  requestRefused: refused,
  sessionEnded: tokenRevoked('the session ended.'),
  threadGone: {
    outcome: 'person_unavailable',
    code: 'thread_gone',
    sentence: 'The conversation was archived or deleted. Wait until the person writes again.',
  },
  threadOwner: {
    outcome: 'thread_owner',
    code: 'thread_owned_elsewhere',
    sentence:
      'Another app handles this conversation at the moment. Answer there, or disconnect that app in the settings of Instagram.',
  },
  throttledAccount: throttled('account'),
  throttledApp: throttled('app'),
  tokenAppRemoved: tokenRevoked('the app was removed in the settings of the account.'),
  tokenCheckpoint: tokenRevoked('the owner has to log in at Instagram first.'),
  tokenExpired: tokenRevoked('it expired.'),
  tokenInvalid: tokenRevoked('it expired or was revoked.'),
  tokenPasswordChanged: tokenRevoked('the password was changed.'),
  tokenRevoked: tokenRevoked('it was revoked.'),
  tokenRoleLost: tokenRevoked('the role on the Page was lost.'),
  tokenUnconfirmed: tokenRevoked('the account is not confirmed.'),
  transient: {
    outcome: 'transient',
    code: 'instagram_unavailable',
    sentence: 'Instagram had a temporary problem. Wait: it is tried again.',
  },
  unknown: {
    outcome: 'config',
    code: 'refused',
    sentence:
      'Instagram refused the request for a reason this program does not know. Report it with the number of the error.',
  },
} as const satisfies Record<string, ErrorMeaning>;
