import { useMemo } from 'react';
import { useAccount } from '../../../../shared/account/use-account';
import { useAccountSettings } from '../../../../shared/account/use-account-settings';
import { useAccountTriggers } from '../../../../shared/account/use-account-triggers';
import { useBuilderSession } from '../../state/builder-context';
import type { Surroundings } from './build-world';
import { toAccountSnapshot } from './to-account-snapshot';
import { toTriggerSnapshots } from './to-trigger-snapshots';
import { useMessengerProfile } from './use-messenger-profile';
import { usePublishedFlows } from './use-published-flows';

/** What is around the draft: account, triggers, published flows. Null while it loads or when it cannot be had. */
export function useSurroundings() {
  const { accountId } = useBuilderSession();
  const username = useAccount()?.instagramUsername;
  const settings = useAccountSettings();
  const triggers = useAccountTriggers();
  const profile = useMessengerProfile(accountId);
  const flows = usePublishedFlows();
  const surroundings = useMemo((): Surroundings | null => {
    if (username === undefined || !settings.data) return null;
    if (!triggers.data || !profile.data || !flows.data) return null;
    return {
      account: toAccountSnapshot({ accountId, username, settings: settings.data }),
      triggers: toTriggerSnapshots({ triggers: triggers.data.triggers, ...profile.data }),
      flows: flows.data,
    };
  }, [accountId, username, settings.data, triggers.data, profile.data, flows.data]);
  const queries = [settings, triggers, profile, flows];
  return {
    surroundings,
    triggers: triggers.data?.triggers ?? [],
    iceBreakers: profile.data?.iceBreakers ?? [],
    menuItems: profile.data?.menuItems ?? [],
    error: queries.find(({ isError }) => isError)?.error ?? null,
    retry: () => {
      for (const { isError, refetch } of queries) if (isError) void refetch();
    },
  };
}
