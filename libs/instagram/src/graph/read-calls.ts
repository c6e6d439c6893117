import { isJsonObject, type JsonObject } from '../json/json-value';
import { readArray, readId, readNumber, readObject, readText } from '../json/read-fields';
import { errorMeanings } from './error-meanings';
import { graphFailure } from './graph-failure';
import type { GraphResult, ReadAnswer } from './graph-result';
import type { GraphTransport } from './graph-transport';
import { readAccess } from './page-access';
import type { AccountAccess } from './send-calls';

export type GraphProfile = {
  name: string | null;
  username: string | null;
  profilePictureUrl: string | null;
  /** Whether the person follows the account; null when Instagram does not say. */
  isFollower: boolean | null;
  isFollowedByAccount: boolean | null;
  isVerified: boolean | null;
  followerCount: number | null;
};

export type GraphAccount = {
  /** Scoped to the app: what deauthorization and data deletion name. Null with Facebook Login: they name its user then. */
  id: string | null;
  /** What webhooks name. */
  userId: string;
  username: string;
  name: string | null;
  accountType: 'business' | 'creator' | null;
  profilePictureUrl: string | null;
  followerCount: number | null;
  mediaCount: number | null;
};

const flagAt = (from: JsonObject, key: string): boolean | null => {
  const value = from[key];
  return typeof value === 'boolean' ? value : null;
};

const readProfile: ReadAnswer<GraphProfile> = (answer) => ({
  name: readText(answer, 'name'),
  username: readText(answer, 'username'),
  profilePictureUrl: readText(answer, 'profile_pic'),
  isFollower: flagAt(answer, 'is_user_follow_business'),
  isFollowedByAccount: flagAt(answer, 'is_business_follow_user'),
  isVerified: flagAt(answer, 'is_verified_user'),
  followerCount: readNumber(answer, 'follower_count'),
});

/** Written in several spellings: `Business`, `MEDIA_CREATOR`, … */
const readAccountType = (account: JsonObject): GraphAccount['accountType'] => {
  const type = readText(account, 'account_type')?.toLowerCase() ?? '';
  if (type === 'business') return 'business';
  return type.includes('creator') ? 'creator' : null;
};

/** Documented wrapped in `data`, delivered flat. */
const readAccount: ReadAnswer<GraphAccount> = (answer) => {
  const [first] = readArray(answer, 'data');
  const account = isJsonObject(first) ? first : answer;
  const userId = readId(account, 'user_id');
  const username = readText(account, 'username');
  if (userId === null || username === null) return null;
  return {
    id: readId(account, 'id') ?? userId,
    userId,
    username,
    name: readText(account, 'name'),
    accountType: readAccountType(account),
    profilePictureUrl: readText(account, 'profile_picture_url'),
    followerCount: readNumber(account, 'followers_count'),
    mediaCount: readNumber(account, 'media_count'),
  };
};

/** The Instagram account that a Page is linked to; null without one. */
const readLinked: ReadAnswer<{ linked: GraphAccount | null }> = (answer) => {
  if (readId(answer, 'id') === null) return null;
  const account = readObject(answer, 'instagram_business_account');
  const userId = readId(account, 'id');
  if (userId === null) return { linked: null };
  return {
    linked: {
      id: null,
      userId,
      username: readText(account, 'username') ?? userId,
      name: readText(account, 'name'),
      accountType: null,
      profilePictureUrl: readText(account, 'profile_picture_url'),
      followerCount: readNumber(account, 'followers_count'),
      mediaCount: readNumber(account, 'media_count'),
    },
  };
};

const profileFields =
  'name,username,profile_pic,follower_count,is_user_follow_business,is_business_follow_user,is_verified_user';
const accountFields = 'id,user_id,username,name,account_type,profile_picture_url,followers_count,media_count';

const linkedFields =
  'id,instagram_business_account{id,username,name,profile_picture_url,followers_count,media_count}';

const getLinked = async (call: GraphTransport, token: string): Promise<GraphResult<GraphAccount>> => {
  const answer = await call({
    method: 'GET',
    path: 'me',
    query: { fields: linkedFields },
    token,
    read: readLinked,
  });
  if (!answer.ok) return answer;
  const { linked, usage } = answer;
  if (linked === null) return graphFailure(errorMeanings.pageNotLinked, { httpStatus: 200, usage });
  return { ok: true, usage, ...linked };
};

export const readCalls = (call: GraphTransport) => ({
  /** Name and picture of a person. `consent` is the normal answer for people who never wrote. */
  getProfile: ({ personId, token }: AccountAccess & { personId: string }) =>
    call({
      method: 'GET',
      path: encodeURIComponent(personId),
      query: { fields: profileFields },
      token,
      read: readProfile,
    }),

  /** Whose access it is; `userId` is the id webhooks use. Of a Page the account it is linked to. */
  getMe: ({ token }: { token: string }): Promise<GraphResult<GraphAccount>> =>
    readAccess(token).pageId === null
      ? call({ method: 'GET', path: 'me', query: { fields: accountFields }, token, read: readAccount })
      : getLinked(call, token),
});
