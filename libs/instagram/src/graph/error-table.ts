import { errorMeanings as is, type ErrorMeaning } from './error-meanings';

/** `code` null: the subcode means the same under whatever code it comes; `subcode` null: the code by itself. */
export type ErrorRow = { code: number | null; subcode: number | null; meaning: ErrorMeaning };

const row = (code: number | null, subcode: number | null, meaning: ErrorMeaning): ErrorRow => ({
  code,
  subcode,
  meaning,
});

/** The one place that knows Meta's numbers. Sources: Meta's error references of Graph, Messenger and Instagram, 2026. */
export const errorTable: readonly ErrorRow[] = [
  row(1, null, is.transient),
  row(1, 1357046, is.answerLost),
  row(2, null, is.transient),
  row(3, null, is.capabilityMissing),
  row(4, null, is.throttledApp),
  row(10, null, is.permissionMissing),
  row(10, 2018108, is.personUnavailable),
  row(10, 2534077, is.pageLinkBroken),
  row(17, null, is.throttledAccount),
  row(32, null, is.throttledAccount),
  row(100, null, is.requestRefused),
  row(100, 33, is.objectMissing),
  row(100, 36009, is.loginCodeUsed),
  row(100, 2018001, is.personUnknown),
  row(100, 2018014, is.requestRefused),
  row(100, 2534013, is.pageNotLinked),
  row(100, 2534014, is.personUnknown),
  row(100, 2534015, is.contentRefused),
  row(101, null, is.appSecretWrong),
  row(102, null, is.sessionEnded),
  row(190, null, is.tokenInvalid),
  row(190, 458, is.tokenAppRemoved),
  row(190, 459, is.tokenCheckpoint),
  row(190, 460, is.tokenPasswordChanged),
  row(190, 463, is.tokenExpired),
  row(190, 464, is.tokenUnconfirmed),
  row(190, 467, is.tokenRevoked),
  row(190, 492, is.tokenRoleLost),
  row(200, null, is.permissionMissing),
  row(200, 1545041, is.personUnavailable),
  row(200, 2534041, is.messageAccessOff),
  row(230, null, is.consentMissing),
  row(341, null, is.throttledApp),
  row(368, null, is.accountRestricted),
  row(506, null, is.duplicateContent),
  row(551, null, is.personUnavailable),
  row(551, 1545041, is.personUnavailable),
  row(613, null, is.throttledAccount),
  row(613, 1996, is.throttledAccount),
  row(613, 2018338, is.personRateLimited),
  row(36103, null, is.accountNotEligible),
  row(80001, null, is.throttledAccount),
  row(80002, null, is.throttledAccount),
  row(80006, null, is.throttledAccount),
  row(2018300, null, is.threadOwner),
  row(2018321, null, is.threadOwner),
  row(2534001, null, is.threadGone),
  row(9000001, null, is.messageGone),
  row(null, 1545133, is.mediaNeedsFollower),
  row(null, 1893063, is.accountRestricted),
  row(null, 2018008, is.mediaUnreachable),
  row(null, 2018047, is.mediaRefused),
  row(null, 2018065, is.outsideWindow),
  row(null, 2018074, is.mediaRefused),
  row(null, 2018109, is.mediaRefused),
  row(null, 2018278, is.outsideWindow),
  row(null, 2018294, is.mediaUnreachable),
  row(null, 2018300, is.threadOwner),
  row(null, 2018321, is.threadOwner),
  row(null, 2534001, is.threadGone),
  row(null, 2534022, is.outsideWindow),
  row(null, 2534025, is.commentNotAnswerable),
  row(null, 2534029, is.accountRestricted),
  row(null, 2534037, is.threadOwner),
  row(null, 2534040, is.throttledAccount),
];

const keyOf = (code: number | null, subcode: number | null) => `${code ?? ''}/${subcode ?? ''}`;
const byKey = new Map(errorTable.map(({ code, subcode, meaning }) => [keyOf(code, subcode), meaning]));

/** The meaning of Graph's numbers: the exact pair first, then the subcode, then the code, then its range; else null. */
export const findMeaning = (code: number | null, subcode: number | null): ErrorMeaning | null => {
  const exact =
    subcode === null ? undefined : (byKey.get(keyOf(code, subcode)) ?? byKey.get(keyOf(null, subcode)));
  if (exact) return exact;
  return code === null ? null : (byKey.get(keyOf(code, null)) ?? meaningOfRange(code));
};

const meaningOfRange = (code: number): ErrorMeaning | null => {
  if (code >= 200 && code <= 299) return is.permissionMissing;
  return code >= 80_000 && code <= 80_099 ? is.throttledAccount : null;
};
