import { accountSettings, type AccountSettings } from '@instaflow/contracts';
import type { LoadedAccount } from '@instaflow/db';
import type { AccountSnapshot } from '@instaflow/flow-engine';
import type { Logger } from '@instaflow/platform';

/** The account as the engine sees it. Settings this version does not know are left out; unreadable ones count as the defaults, which is logged. */
export const toAccountSnapshot = (account: LoadedAccount, logger: Logger): AccountSnapshot => {
  const settings = readSettings(account, logger);
  return {
    id: account.accountId,
    username: account.username,
    name: null,
    pausedAt: account.pausedAt,
    settings: {
      autoRespond: settings.autoRespond,
      aiEnabled: settings.aiEnabled,
      debounceWindowMs: settings.debounceWindowMs,
      cooldownMs: settings.cooldownMs,
      fallbackRules: settings.fallbackRules,
      defaultReplyFlowId: settings.defaultReplyFlowId,
      defaultReplyCooldownHours: 24,
      humanTakeoverPauseMinutes: settings.humanTakeoverPauseMinutes,
      timezone: settings.timezone,
      country: settings.country,
      businessHours: businessHoursOf(settings),
      quietHours: settings.quietHours,
    },
  };
};

const readSettings = (account: LoadedAccount, logger: Logger): AccountSettings => {
  // A newer release may have stored more; going back to this one must not switch the rest to its defaults.
  const known = Object.entries(account.settings ?? {}).filter(([name]) =>
    Object.hasOwn(accountSettings.shape, name),
  );
  const parsed = accountSettings.safeParse(Object.fromEntries(known));
  if (parsed.success) return parsed.data;
  logger.error(
    { err: parsed.error, accountId: account.accountId },
    'The settings of an account are unreadable.',
  );
  return accountSettings.parse({});
};

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

const businessHoursOf = ({ businessHours }: AccountSettings): AccountSnapshot['settings']['businessHours'] =>
  businessHours.enabled
    ? businessHours.windows.map(({ weekday, from, to }) => ({
        weekdays: [weekdays.indexOf(weekday) + 1],
        from,
        to,
      }))
    : null;
