import { accountSettings } from '@instaflow/contracts';
import { checkSettings, hasSettingsProblems } from './check-settings';
import { fromDraft, toDraft } from './settings-draft';

const settings = accountSettings.parse({
  debounceWindowMs: 2_500,
  dailyMessagesPerContact: 20,
  fallbackRules: [{ keywords: ['price', 'cost'], reply: 'It is 20.' }],
});

describe('settings draft', () => {
  it('gives back what it was made of', () => {
    const { aiEnabled, businessHours, commentPolling, quietHours, ...shown } = settings;
    expect({
      ...{ aiEnabled, businessHours, commentPolling, quietHours },
      ...fromDraft(toDraft(settings)),
    }).toEqual({
      ...shown,
      aiEnabled,
      businessHours,
      commentPolling,
      quietHours,
    });
  });

  it('makes a patch the contract accepts', () => {
    expect(accountSettings.partial().safeParse(fromDraft(toDraft(settings))).success).toBe(true);
  });

  it('has no problems with what the server sent', () => {
    expect(hasSettingsProblems(checkSettings(toDraft(settings)))).toBe(false);
  });

  it('takes an empty daily limit as none', () => {
    expect(fromDraft({ ...toDraft(settings), dailyMessages: ' ' }).dailyMessagesPerContact).toBeNull();
  });

  it.each([
    ['debounceSeconds', '61'],
    ['debounceSeconds', ''],
    ['messagesPerSecond', '0'],
    ['dailyMessages', '1.5'],
    ['takeoverMinutes', 'soon'],
  ] as const)('refuses %s = %p', (field, value) => {
    expect(checkSettings({ ...toDraft(settings), [field]: value }).numbers).toEqual([field]);
  });

  it('refuses unknown time zones and half rules', () => {
    const draft = {
      ...toDraft(settings),
      timezone: 'Mars/Olympus',
      rules: [{ keywords: ' , ', match: 'exact' as const, reply: 'x' }],
    };
    expect(checkSettings(draft)).toMatchObject({ isTimezoneWrong: true, areRulesIncomplete: true });
  });
});
