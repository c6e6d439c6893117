import { accountSettings, type AccountSettings, type BodyOf, type endpoints } from '@instaflow/contracts';
import {
  accountRepository,
  flowRepository,
  rescheduleQuietMessages,
  type InstagramAccountEntity,
  type Tx,
} from '@instaflow/db';
import { findQuietEnd } from '@instaflow/flow-engine';
import { unprocessable } from '@instaflow/platform';
import { found } from '../http/found';

type SettingsPatch = BodyOf<typeof endpoints.updateAccountSettings>;
type AccountKey = { id: string; workspaceId: string };

/** The settings of an account; what was never set has its default. */
export function settingsOf(account: Pick<InstagramAccountEntity, 'settings'>): AccountSettings {
  const known = Object.entries(account.settings).filter(([name]) =>
    Object.hasOwn(accountSettings.shape, name),
  );
  const parsed = accountSettings.safeParse(Object.fromEntries(known));
  return parsed.success ? parsed.data : accountSettings.parse({});
}

/**
 * Changes some settings. 422 `unknown_flow` when the default reply names a flow of another account. What changed quiet
 * hours hold waits for their new end, or leaves. `now` in epoch milliseconds.
 */
export async function updateAccountSettings(
  tx: Tx,
  { now, ...key }: AccountKey & { now: number },
  patch: SettingsPatch,
): Promise<AccountSettings> {
  const account = found(await accountRepository.find(tx, key));
  const { defaultReplyFlowId } = patch;
  if (defaultReplyFlowId !== undefined && defaultReplyFlowId !== null) {
    const flow = await flowRepository.find(tx, { id: defaultReplyFlowId, workspaceId: key.workspaceId });
    if (flow?.instagramAccountId !== key.id) {
      throw unprocessable('unknown_flow', 'The default reply must be a flow of this account.', [
        { path: 'defaultReplyFlowId', message: 'is not a flow of this account' },
      ]);
    }
  }
  const changes = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
  const settings = settingsOf({ settings: { ...account.settings, ...changes } });
  await accountRepository.setSettings(tx, { ...key, settings });
  if (patch.quietHours !== undefined || patch.timezone !== undefined) {
    await rescheduleQuietMessages(tx, { accountId: key.id, until: findQuietEnd(now, settings), now });
  }
  return settings;
}
