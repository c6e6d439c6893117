import {
  listProfileTargets,
  saveProfiles,
  type DataSource,
  type ProfileResult,
  type ProfileTarget,
} from '@instaflow/db';
import type { GraphClient } from '@instaflow/instagram';
import type { KeyRing } from '@instaflow/platform';
import { openToken } from './send-claimed';
import { splitName } from './split-name';

const atATime = 10;

export type ProfileFetcher = {
  dataSource: DataSource;
  graph: Pick<GraphClient, 'getProfile'>;
  keyRing: Pick<KeyRing, 'open'>;
};

/**
 * Asks Instagram for the profiles of contacts that have none, or an old one, and keeps them. A refusal (a person who
 * only commented has not consented) counts as an attempt; it is no error. Answers how many were fetched.
 */
export const fetchProfiles = async (
  fetcher: ProfileFetcher,
  contactIds: readonly string[],
): Promise<number> => {
  const targets = await listProfileTargets(fetcher.dataSource, contactIds);
  let fetched = 0;
  for (let start = 0; start < targets.length; start += atATime) {
    const slice = targets.slice(start, start + atATime);
    const profiles = await Promise.all(slice.map((target) => fetchProfile(fetcher, target)));
    await saveProfiles(fetcher.dataSource, profiles);
    fetched += profiles.filter(({ isFetched }) => isFetched).length;
  }
  return fetched;
};

/** Asks Instagram for one profile. Never rejects for what Instagram answers. */
export const fetchProfile = async (
  { graph, keyRing }: ProfileFetcher,
  { contactId, accountId, recipientId, accountInstagramId, sealedToken }: ProfileTarget,
): Promise<ProfileResult> => {
  const token = openToken(keyRing, { sealedToken, accountId });
  if (token === null) return { contactId, isFetched: false };
  const answer = await graph.getProfile({ accountInstagramId, token, personId: recipientId });
  if (!answer.ok) return { contactId, isFetched: false };
  const { username, name, profilePictureUrl, isFollower } = answer;
  return { contactId, isFetched: true, username, profilePictureUrl, isFollower, ...splitName(name) };
};
