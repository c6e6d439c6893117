import type { Queryable } from './queryable';

export type ProfileTarget = {
  contactId: string;
  accountId: string;
  recipientId: string;
  accountInstagramId: string;
  sealedToken: string;
};

export type ProfileResult =
  | {
      contactId: string;
      isFetched: true;
      username: string | null;
      firstName: string | null;
      lastName: string | null;
      profilePictureUrl: string | null;
      isFollower: boolean | null;
    }
  | { contactId: string; isFetched: false };

/** A contact whose profile was refused this often is left alone. */
const maxAttempts = 20;

const target = `
  SELECT c.id AS "contactId", a.id AS "accountId", c.instagram_user_id AS "recipientId",
    a.instagram_user_id AS "accountInstagramId", a.access_token_sealed AS "sealedToken"
  FROM contact c JOIN instagram_account a ON a.id = c.instagram_account_id
  WHERE a.status = 'connected' AND a.access_token_sealed IS NOT NULL`;

/** Whom to ask for the profile of a contact, however new the one we have is; null when nobody can be asked. */
export const findProfileTarget = async (
  source: Queryable,
  contactId: string,
): Promise<ProfileTarget | null> => {
  const [row] = await source.query<ProfileTarget[]>(`${target} AND c.id = $1`, [contactId]);
  return row ?? null;
};

/** Of these contacts the ones whose profile is missing or older than a day, and can be asked for. */
export const listProfileTargets = (
  source: Queryable,
  contactIds: readonly string[],
): Promise<ProfileTarget[]> =>
  source.query<ProfileTarget[]>(
    `${target} AND c.id = ANY ($1) AND c.profile_attempts < $2
       AND (c.profile_fetched_at IS NULL OR c.profile_fetched_at < now() - interval '1 day')`,
    [contactIds, maxAttempts],
  );

/** Keeps profiles, and counts attempts that were in vain. Names a member of the team wrote are not overwritten. */
export const saveProfiles = async (source: Queryable, profiles: readonly ProfileResult[]): Promise<void> => {
  await source.query('SELECT save_profiles($1)', [JSON.stringify(profiles)]);
};
