import type { OutcomeClass, ThrottleScope } from './graph-result';

export type ErrorMeaning = {
  outcome: OutcomeClass;
  code: string;
  sentence: string;
  scope?: ThrottleScope;
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
  sentence: 'Instagram limits how fast this account may send; the message goes out as soon as it is allowed.',
  scope,
});

const outsideWindow: ErrorMeaning = {
  outcome: 'outside_window',
  code: 'outside_messaging_window',
  sentence: 'The person has not written within the last 24 hours, so Instagram did not deliver the message.',
};
const personUnavailable: ErrorMeaning = {
  outcome: 'person_unavailable',
  code: 'person_unavailable',
  sentence: 'The person cannot receive messages at the moment, or has blocked this account.',
};
const personUnknown: ErrorMeaning = {
  outcome: 'person_unavailable',
  code: 'person_not_found',
  sentence: 'Instagram does not know this person any more.',
};
const accountBlocked: ErrorMeaning = {
  outcome: 'account_blocked',
  code: 'account_restricted',
  sentence: 'Instagram has restricted this account from messaging. Look into the Account Status of the app.',
};
const threadOwner: ErrorMeaning = {
  outcome: 'thread_owner',
  code: 'thread_owned_elsewhere',
  sentence: 'Another app handles this conversation at the moment.',
};
const permission: ErrorMeaning = {
  outcome: 'token',
  code: 'permission_missing',
  sentence: `A permission is missing or was withdrawn. ${reconnect}`,
};
const ourMistake: ErrorMeaning = {
  outcome: 'config',
  code: 'request_refused',
  sentence: 'Instagram refused the request as malformed.',
};
const content = (code: string, sentence: string, retries = 0): ErrorMeaning => ({
  outcome: 'content',
  code,
  sentence,
  retries,
});
const mediaUnreachable = content(
  'media_unreachable',
  'Instagram could not load the media file. Its address must be public and quick.',
  1,
);
const mediaRefused = content('media_refused', 'Instagram refused the media file: wrong type or too large.');
const transient: ErrorMeaning = {
  outcome: 'transient',
  code: 'instagram_unavailable',
  sentence: 'Instagram had a temporary problem.',
};

/** The one place that knows Meta's numbers: `code/subcode` first, then `code`. Sources: Meta's error references. */
export const meaningByCode: Record<string, ErrorMeaning> = {
  '1': transient,
  '1/1357046': {
    outcome: 'ambiguous',
    code: 'answer_lost',
    sentence: 'Instagram did not confirm the message; it may have gone out.',
  },
  '2': transient,
  '3': { ...permission, outcome: 'config', code: 'capability_missing' },
  '4': throttled('app'),
  '10': permission,
  '10/2018108': personUnavailable,
  '10/2534077': {
    ...permission,
    sentence: `The link between Page and Instagram account is broken. ${reconnect}`,
  },
  '17': throttled('account'),
  '32': throttled('account'),
  '100': ourMistake,
  '100/33': {
    ...ourMistake,
    code: 'object_missing',
    sentence: 'Instagram does not know the object any more.',
  },
  '100/2018001': personUnknown,
  '100/2018014': ourMistake,
  '100/2534013': { ...permission, sentence: `The Page is not linked to an Instagram account. ${reconnect}` },
  '100/2534014': personUnknown,
  '100/2534015': content('content_refused', 'Instagram does not allow the content of this message.'),
  '102': tokenRevoked('the session ended.'),
  '190': tokenRevoked('it expired or was revoked.'),
  '190/458': tokenRevoked('the app was removed in the settings of the account.'),
  '190/459': tokenRevoked('the owner has to log in at Instagram first.'),
  '190/460': tokenRevoked('the password was changed.'),
  '190/463': tokenRevoked('it expired.'),
  '190/464': tokenRevoked('the account is not confirmed.'),
  '190/467': tokenRevoked('it was revoked.'),
  '190/492': tokenRevoked('the role on the Page was lost.'),
  '200/1545041': personUnavailable,
  '200/2534041': {
    ...permission,
    code: 'message_access_off',
    sentence:
      'Access to messages is turned off. In the Instagram app allow it under Messages > Connected tools, then connect again.',
  },
  '230': {
    outcome: 'consent',
    code: 'consent_missing',
    sentence: 'The person has not written yet, so Instagram does not show their profile.',
  },
  '341': throttled('app'),
  '368': accountBlocked,
  '506': content('duplicate_content', 'Instagram refused the message as a duplicate.'),
  '551': personUnavailable,
  '551/1545041': personUnavailable,
  '613': throttled('account'),
  '613/2018338': { ...throttled('person'), code: 'person_rate_limited' },
  '36103': {
    ...ourMistake,
    code: 'account_not_eligible',
    sentence: 'Instagram does not open its API to this account.',
  },
  '80001': throttled('account'),
  '80002': throttled('account'),
  '80006': throttled('account'),
  '9000001': { ...ourMistake, code: 'message_gone', sentence: 'Instagram no longer shows this message.' },
};

/** Subcodes that mean the same under whatever code they come. */
export const meaningBySubcode: Record<string, ErrorMeaning> = {
  '1545133': content(
    'media_needs_follower',
    'Instagram delivers buttons and media only to people who follow the account. Send a plain text first.',
  ),
  '1893063': accountBlocked,
  '2018008': mediaUnreachable,
  '2018047': mediaRefused,
  '2018065': outsideWindow,
  '2018074': mediaRefused,
  '2018109': mediaRefused,
  '2018278': outsideWindow,
  '2018294': mediaUnreachable,
  '2018300': threadOwner,
  '2018321': threadOwner,
  '2534001': {
    ...personUnavailable,
    code: 'thread_gone',
    sentence: 'The conversation was archived or deleted.',
  },
  '2534022': outsideWindow,
  '2534025': {
    outcome: 'comment',
    code: 'comment_not_answerable',
    sentence:
      'Instagram takes no private reply to this comment: it was answered before, deleted, or is older than 7 days.',
  },
  '2534029': accountBlocked,
  '2534037': threadOwner,
  '2534040': throttled('account'),
};

/** Codes with a whole range to themselves, after the exact ones. */
export const meaningOfRange = (code: number): ErrorMeaning | null => {
  if (code >= 200 && code <= 299) return permission;
  if (code >= 80_000 && code <= 80_099) return throttled('account');
  if (code === 2_018_300 || code === 2_018_321) return threadOwner;
  if (code === 2_534_001) return meaningBySubcode['2534001'] ?? null;
  return null;
};

export const meaningOfTransient = transient;
export const meaningOfThrottle = throttled('account');
export const meaningOfUnknown: ErrorMeaning = {
  outcome: 'config',
  code: 'refused',
  sentence: 'Instagram refused the request for a reason this program does not know.',
};
export const meaningOfAmbiguity: ErrorMeaning = {
  outcome: 'ambiguous',
  code: 'answer_lost',
  sentence: 'The connection broke before Instagram confirmed; the message may have gone out.',
};
export const meaningOfNotSent: ErrorMeaning = {
  outcome: 'not_sent',
  code: 'instagram_unreachable',
  sentence: 'Instagram could not be reached.',
};
