import type { InstagramAccountEntity } from '@instaflow/db';
import { listMissingPermissions, type GraphAccount, type GraphResult } from '@instaflow/instagram';
import { isPassing } from '../refused-by-instagram';
import { finding, type Finding } from './finding';

const dayMs = 24 * 3_600_000;

/** Whether Instagram takes the token; null stands for a token that cannot be decrypted. */
export function judgeToken(me: GraphResult<GraphAccount> | null): Finding {
  if (me === null) {
    const sentence = 'The stored access token cannot be decrypted. Connect the account again.';
    return finding('token_valid', 'failed', sentence, { fixId: 'reconnect' });
  }
  if (me.ok) return finding('token_valid', 'passed', 'Instagram accepts the access of this account.');
  const details = { code: me.code, graphCode: me.graphCode, graphSubcode: me.graphSubcode };
  if (isPassing(me)) return finding('token_valid', 'unknown', me.sentence, { details });
  return finding('token_valid', 'failed', me.sentence, { fixId: 'reconnect', details });
}

/** How long the token lasts. `now` in epoch milliseconds. */
export function judgeExpiry(
  {
    tokenExpiresAt,
    dataAccessEndsAt,
    login,
  }: Pick<InstagramAccountEntity, 'tokenExpiresAt' | 'dataAccessEndsAt' | 'login'>,
  now: number,
): Finding {
  if (login === 'facebook') return judgePageAccess(dataAccessEndsAt, now);
  if (tokenExpiresAt === null) return finding('token_expiry', 'passed', 'No end of the access is known.');
  const daysLeft = Math.floor((tokenExpiresAt.getTime() - now) / dayMs);
  const details = { daysLeft, expiresAt: tokenExpiresAt.toISOString() };
  if (tokenExpiresAt.getTime() <= now) {
    const sentence = 'The access has expired. Connect the account again.';
    return finding('token_expiry', 'failed', sentence, { fixId: 'reconnect', details });
  }
  if (daysLeft < 7) {
    const sentence = `The access ends in ${daysLeft} days and was not renewed so far. Renew it now, or connect again.`;
    return finding('token_expiry', 'warning', sentence, { fixId: 'refresh_token', details });
  }
  return finding('token_expiry', 'passed', `The access lasts ${daysLeft} days and is renewed before.`, {
    details,
  });
}

/** The token of a Page has no end, but Facebook wants its owner to log in again every 90 days. */
function judgePageAccess(endsAt: Date | null, now: number): Finding {
  if (endsAt === null) {
    const sentence =
      'The access of a Page has no scheduled end. Whether it still works is checked every day.';
    return finding('token_expiry', 'passed', sentence);
  }
  const daysLeft = Math.floor((endsAt.getTime() - now) / dayMs);
  const details = { daysLeft, expiresAt: endsAt.toISOString() };
  if (endsAt.getTime() <= now) {
    const sentence = 'Facebook no longer lets the account be read. Log in with Facebook again.';
    return finding('token_expiry', 'failed', sentence, { fixId: 'reconnect', details });
  }
  const state = daysLeft < 14 ? 'warning' : 'passed';
  const sentence = `Facebook lets the account be read for ${daysLeft} more days. Log in with Facebook again before.`;
  return finding('token_expiry', state, sentence, {
    ...(state === 'warning' && { fixId: 'reconnect' }),
    details,
  });
}

/** Whether it is an account that the API is open to. */
export function judgeAccountType(me: GraphResult<GraphAccount> | null): Finding {
  if (me === null || !me.ok) return skipped('account_type');
  if (me.accountType === null) {
    return finding('account_type', 'unknown', 'Instagram does not say of what kind the account is.');
  }
  return finding('account_type', 'passed', 'It is a professional account.', {
    details: { type: me.accountType },
  });
}

/** What was granted at the login. */
export function judgePermissions({
  permissions,
  login,
}: Pick<InstagramAccountEntity, 'permissions' | 'login'>): Finding {
  if (permissions === null) {
    const sentence =
      'The account was connected by a token, so what was granted is not known. Connect it by a login to find out.';
    return finding('permissions', 'unknown', sentence);
  }
  const missing = listMissingPermissions(login ?? 'instagram', permissions);
  const details = { granted: permissions, missing: missing.map(({ name }) => name) };
  if (missing.length === 0)
    return finding('permissions', 'passed', 'Everything needed was granted.', { details });
  const named = missing.map(({ name, purpose }) => `${name} (${purpose.replace(/\.$/, '')})`).join(', ');
  const state = missing.some(({ isRequired }) => isRequired) ? 'failed' : 'warning';
  const sentence = `Not granted: ${named}. Connect the account again and allow it.`;
  return finding('permissions', state, sentence, { fixId: 'reconnect', details });
}

/** A check that makes no sense while the token is refused. */
export const skipped = (id: Finding['id']): Finding =>
  finding(
    id,
    'skipped',
    'Not checked, because Instagram could not be asked with the access of this account.',
  );
