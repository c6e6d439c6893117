import type { Evidence, Violation } from '../evidence/evidence';
import { isAttempt, textOf } from '../evidence/sends';

/** 6: a person is only written to with the token of the account the person wrote to. */
export function checkRightToken({ calls, stories }: Evidence): Violation[] {
  const owners = new Map(stories.map(({ igsid, userId }) => [igsid, userId]));
  const isWrong = ({ igsid, accountId }: { igsid: string | null; accountId: string | null }): boolean => {
    const owner = igsid === null ? undefined : owners.get(igsid);
    return owner !== undefined && owner !== accountId;
  };
  return calls
    .filter((call) => isAttempt(call) && isWrong(call))
    .map((call) => ({
      invariant: 6,
      about: call.igsid ?? '',
      story: [`"${textOf(call)}" was sent with the token of ${call.accountId}.`],
    }));
}
