import type { FacebookPage, GraphFailure, GraphResult, LoginClient } from '@instaflow/instagram';

/** A Page whose Instagram account can be connected. */
export type LinkedPage = FacebookPage & { instagramUserId: string };

export type FacebookGrant = {
  pages: LinkedPage[];
  permissions: string[];
  /** What deauthorization and data deletion name. */
  facebookUserId: string | null;
  /** Until when the Pages can be read without another login, epoch milliseconds; null when Facebook does not say. */
  dataAccessEndsAt: number | null;
};

/** Pages of one person at most; more are those of an agency that should choose them at Facebook. */
const maxPages = 500;
const pageSize = 100;

/**
 * What a Facebook user's token opens. It is made a long-lived one first, because only the Page tokens read with such a
 * one have no end.
 */
export async function readFacebookGrant(
  login: LoginClient,
  { userToken, appId, appSecret }: { userToken: string; appId: string; appSecret: string },
): Promise<GraphResult<FacebookGrant>> {
  const extended = await login.extendFacebookToken({ token: userToken, appId, appSecret });
  if (!extended.ok) return extended;
  const { token } = extended;
  const [permissions, user, info] = await Promise.all([
    login.listFacebookPermissions({ token }),
    login.getFacebookUser({ token }),
    login.inspectToken({ token, appId, appSecret }),
  ]);
  if (!permissions.ok) return permissions;
  const pages = permissions.granted.includes('pages_show_list') ? await listLinked(login, token) : noPages;
  if (!pages.ok) return pages;
  return {
    ok: true,
    usage: permissions.usage,
    pages: pages.linked,
    permissions: permissions.granted,
    facebookUserId: user.ok ? user.userId : null,
    dataAccessEndsAt: info.ok ? info.dataAccessExpiresAt : null,
  };
}

type Linked = { ok: true; linked: LinkedPage[] } | GraphFailure;
const noPages: Linked = { ok: true, linked: [] };

async function listLinked(login: LoginClient, token: string): Promise<Linked> {
  const linked: LinkedPage[] = [];
  let after: string | null = null;
  for (let read = 0; read < maxPages; read += pageSize) {
    const page: Awaited<ReturnType<LoginClient['listPages']>> = await login.listPages({
      token,
      after,
      limit: pageSize,
    });
    if (!page.ok) return page;
    for (const item of page.items) {
      const { instagramUserId } = item;
      if (instagramUserId !== null) linked.push({ ...item, instagramUserId });
    }
    after = page.nextCursor;
    if (after === null) break;
  }
  return { ok: true, linked };
}
