import type { Simulation } from '../simulation';
import { ControlError } from '../state/control-error';
import { webhookFields } from '../webhooks/webhook-config';
import type { Account } from './account';
import { issueToken } from './issue-token';

export type NewAccount = {
  username?: string;
  name?: string;
  accountType?: string;
  isPublic?: boolean;
  /** Subscribe the app to all fields at once; otherwise the program must POST subscribed_apps itself. */
  subscribed?: boolean;
  /** Fixed ids, to rebuild a known account. */
  id?: string;
  userId?: string;
  accessToken?: string;
};

/** Adds a professional account with a long-lived token that holds all scopes. */
export function createAccount(
  simulation: Simulation,
  input: NewAccount,
): { account: Account; accessToken: string } {
  const { world, ids, clock, changes } = simulation;
  const username = input.username ?? `shop_${ids.short()}`;
  const userId = input.userId ?? ids.instagramAccount();
  for (const other of world.accounts.values()) {
    if (other.username === username) throw new ControlError(409, `The username ${username} is taken.`);
    if (other.userId === userId) throw new ControlError(409, `The account ${userId} exists.`);
  }
  const account: Account = {
    id: input.id ?? ids.appScopedUser(),
    userId,
    pageId: ids.page(),
    username,
    name: input.name ?? username,
    accountType: input.accountType ?? 'Business',
    followersCount: 1280,
    followsCount: 214,
    isPublic: input.isPublic ?? true,
    isMessagingBlocked: false,
    isRestricted: false,
    isMessageAccessOff: false,
    problem: null,
    hasListedConversations: false,
    subscribedFields: input.subscribed ? [...webhookFields] : null,
    iceBreakers: [],
    persistentMenu: [],
    createdAt: clock.now(),
  };
  world.accounts.set(userId, account);
  const token = issueToken(simulation, { accountId: userId, kind: 'long', value: input.accessToken });
  changes.publish({ kind: 'account', accountId: userId });
  return { account, accessToken: token.value };
}
