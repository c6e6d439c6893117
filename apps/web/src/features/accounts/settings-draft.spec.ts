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
    const { aiEnabled, businessHours, commentPolling, ...shown } = settings;
    expect({ ...{ aiEnabled, businessHours, commentPolling }, ...fromDraft(toDraft(settings)) }).toEqual({
      ...shown,
      aiEnabled,
      businessHours,
      commentPolling,
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

  it.each([null, { from: '22:00', to: '08:00' }, { from: '12:00', to: '14:30', weekdays: [6, 7] }])(
    'gives back quiet hours %j',
    (quietHours) => {
      expect(fromDraft(toDraft({ ...settings, quietHours })).quietHours).toEqual(quietHours);
    },
  );

  it.each([
    [{ from: '' }, 'from'],
    [{ to: '25:00' }, 'to'],
    [{ from: '08:00', to: '08:00' }, 'same'],
    [{ weekdays: [] }, 'days'],
    [{ from: '', isOn: false }, null],
  ] as const)('finds quiet hours %j wrong: %s', (change, problem) => {
    const draft = toDraft(settings);
    const quiet = {
      ...draft.quiet,
      isOn: true,
      ...change,
      weekdays: [...('weekdays' in change ? change.weekdays : [1])],
    };
    expect(checkSettings({ ...draft, quiet }).quiet).toBe(problem);
  });

  it('takes a country in small letters, and none', () => {
    const draft = toDraft(settings);
    expect(fromDraft({ ...draft, country: ' de ' }).country).toBe('DE');
    expect(fromDraft({ ...draft, country: '' }).country).toBeNull();
    expect(checkSettings({ ...draft, country: 'Germany' }).isCountryWrong).toBe(true);
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
