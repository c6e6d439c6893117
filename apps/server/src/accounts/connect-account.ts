import { v7 as newId } from 'uuid';
import { errorCodes, type InstagramAccount } from '@instaflow/contracts';
import {
  accountRepository,
  endRunsOfAccount,
  inWorkspaces,
  type AccountConnection,
  type InstagramAccountEntity,
  type Tx,
} from '@instaflow/db';
import { pageAccess, type GraphClient, type LoginKind } from '@instaflow/instagram';
import { conflict } from '@instaflow/platform';
import type { Dependencies } from '../dependencies';
import { checkConnection, type CheckedConnection } from './check-connection';
import { nextRefreshAt } from '../connection/next-refresh-at';
import { showAccount } from './show-account';
import { tokenIdentity } from '@instaflow/delivery';

export type Connection = {
  workspaceId: string;
  connectedByUserId: string;
  instagramPageId: string | null;
  instagramUserId: string;
  instagramUsername: string;
  accessToken: string;
  tokenExpiresAt: string | null;
  /** Absent: a token that was pasted in. */
  login?: LoginKind | null;
  /** What was granted, as far as it is known. */
  permissions?: string[] | null;
  appScopedUserId?: string | null;
  /** Of a login with Facebook, epoch milliseconds. */
  dataAccessEndsAt?: number | null;
};

/**
 * Connects an account by its token, renews the token of one that is connected here, or revives one that was
 * disconnected here. 409 `account_already_connected` when another workspace holds it; 422 `invalid_access_token`.
 */
export async function connectAccount(
  deps: Pick<Dependencies, 'appSource' | 'engineSource' | 'graph' | 'keyRing' | 'simulatorUrl' | 'clock'>,
  given: Connection,
): Promise<InstagramAccount> {
  const { workspaceId } = given;
  await refuseIfHeldElsewhere(deps, given.instagramUserId, workspaceId);
  const connection = await recognisePage(deps.graph, given);
  const checked = await checkConnection(deps.graph, connection);
  await refuseIfHeldElsewhere(deps, checked.instagramUserId, workspaceId);
  try {
    return await inWorkspaces(deps.appSource, [workspaceId], async (tx) => {
      const id = await storeConnection(tx, deps, { connection, checked });
      return showAccount(tx, { id, workspaceId });
    });
  } catch (error) {
    // Two workspaces at the same moment: the unique index decided.
    if (error instanceof Error && 'code' in error && error.code === '23505') throw alreadyConnected();
    throw error;
  }
}

/** A pasted token may be that of the named Page: Instagram does not know it, the Page does. */
async function recognisePage(graph: Pick<GraphClient, 'getMe'>, given: Connection): Promise<Connection> {
  const { instagramPageId: pageId, accessToken: token, login } = given;
  if (pageId === null || login) return given;
  const asUser = await graph.getMe({ token });
  if (asUser.ok) return given;
  const access = pageAccess({ pageId, token });
  const asPage = await graph.getMe({ token: access });
  return asPage.ok ? { ...given, accessToken: access, login: 'facebook', tokenExpiresAt: null } : given;
}

async function storeConnection(
  tx: Tx,
  deps: Pick<Dependencies, 'keyRing' | 'simulatorUrl' | 'clock'>,
  { connection, checked }: { connection: Connection; checked: CheckedConnection },
): Promise<string> {
  const { workspaceId, accessToken, tokenExpiresAt } = connection;
  const known = await accountRepository.findInWorkspace(tx, {
    workspaceId,
    instagramUserId: checked.instagramUserId,
  });
  const id = known?.id ?? newId();
  if (wasDisconnected(known)) {
    await endRunsOfAccount(tx, { accountId: id, reason: 'account_disconnected', now: deps.clock.now() });
  }
  await accountRepository.save(tx, {
    ...checked,
    id,
    workspaceId,
    connectedByUserId: connection.connectedByUserId,
    instagramPageId: connection.instagramPageId ?? known?.instagramPageId ?? null,
    ...grantOf(connection, checked, known),
    ...renewalOf(connection, deps),
    accessTokenSealed: deps.keyRing.seal(accessToken, tokenIdentity(id)),
    tokenExpiresAt: tokenExpiresAt === null ? null : new Date(tokenExpiresAt),
    isSimulated: deps.simulatorUrl !== null,
  });
  await accountRepository.announce(tx, { id, workspaceId });
  return id;
}

/** What is known about the login; the id that Meta's callbacks name outlives the token it was read with. */
function grantOf(
  { login = null, permissions = null, appScopedUserId, dataAccessEndsAt = null }: Connection,
  checked: CheckedConnection,
  known: InstagramAccountEntity | null,
): Pick<AccountConnection, 'login' | 'permissions' | 'appScopedUserId' | 'dataAccessEndsAt'> {
  const id = checked.appScopedUserId ?? appScopedUserId ?? known?.appScopedUserId ?? null;
  const endsAt = dataAccessEndsAt === null ? null : new Date(dataAccessEndsAt);
  return { login, permissions, appScopedUserId: id, dataAccessEndsAt: endsAt };
}

/** Tokens of a Page, and those of the simulator that never end, are not renewed. */
function renewalOf(
  { tokenExpiresAt, login }: Connection,
  { clock, simulatorUrl }: Pick<Dependencies, 'clock' | 'simulatorUrl'>,
): Pick<AccountConnection, 'tokenIssuedAt' | 'tokenRefreshAt'> {
  const issuedAt = clock.now();
  const isLasting = login === 'facebook' || (tokenExpiresAt === null && simulatorUrl !== null);
  const expiresAt = tokenExpiresAt === null ? null : Date.parse(tokenExpiresAt);
  const refreshAt = isLasting ? null : new Date(nextRefreshAt({ issuedAt, expiresAt }));
  return { tokenIssuedAt: new Date(issuedAt), tokenRefreshAt: refreshAt };
}

function wasDisconnected(account: InstagramAccountEntity | null): boolean {
  return account?.status === 'disconnected';
}

async function refuseIfHeldElsewhere(
  { engineSource }: Pick<Dependencies, 'engineSource'>,
  instagramUserId: string,
  workspaceId: string,
): Promise<void> {
  const holder = await accountRepository.findHolder(engineSource.manager, instagramUserId);
  if (holder !== null && holder.workspaceId !== workspaceId) throw alreadyConnected();
}

function alreadyConnected() {
  return conflict({
    code: errorCodes.accountAlreadyConnected,
    message: 'This Instagram account is connected in another workspace. Disconnect it there first.',
  });
}
