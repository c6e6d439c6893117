import type { AccountSettings } from '@instaflow/contracts';
import type { AccountSnapshot } from '@instaflow/flow-engine';

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/**
 * The account as a test conversation sees it: with its hours, zone and fixed answers, but not paused, and answering
 * at once.
 */
export function toAccountSnapshot({
  accountId,
  username,
  settings,
}: {
  accountId: string;
  username: string;
  settings: AccountSettings;
}): AccountSnapshot {
  const { businessHours } = settings;
  return {
    id: accountId,
    username,
    name: null,
    pausedAt: null,
    settings: {
      autoRespond: true,
      aiEnabled: settings.aiEnabled,
      debounceWindowMs: 0,
      cooldownMs: 0,
      fallbackRules: settings.fallbackRules,
      defaultReplyFlowId: settings.defaultReplyFlowId,
      defaultReplyCooldownHours: 24,
      humanTakeoverPauseMinutes: settings.humanTakeoverPauseMinutes,
      timezone: settings.timezone,
      country: settings.country,
      businessHours: businessHours.enabled
        ? businessHours.windows.map(({ weekday, from, to }) => ({
            weekdays: [weekdays.indexOf(weekday) + 1],
            from,
            to,
          }))
        : null,
      quietHours: settings.quietHours,
    },
  };
}
