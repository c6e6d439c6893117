import type { AccountSettings } from '@instaflow/contracts';

/** `weekdays`: 1 = Monday … 7 = Sunday. */
export type QuietDraft = { isOn: boolean; from: string; to: string; weekdays: number[] };

export const everyDay: readonly number[] = [1, 2, 3, 4, 5, 6, 7];

/** What is offered where no quiet hours are set. */
export const noQuiet: QuietDraft = { isOn: false, from: '22:00', to: '08:00', weekdays: [...everyDay] };

export type RuleDraft = {
  keywords: string;
  match: AccountSettings['fallbackRules'][number]['match'];
  reply: string;
};

/** The settings as the form shows them: numbers as typed, times in seconds. */
export type SettingsDraft = {
  autoRespond: boolean;
  debounceSeconds: string;
  cooldownSeconds: string;
  messagesPerSecond: string;
  dailyMessages: string;
  timezone: string;
  /** Two letters; empty when unset. */
  country: string;
  quiet: QuietDraft;
  takeoverMinutes: string;
  defaultReplyFlowId: string | null;
  rules: RuleDraft[];
};

export type NumberField =
  'debounceSeconds' | 'cooldownSeconds' | 'messagesPerSecond' | 'dailyMessages' | 'takeoverMinutes';

/** What the server accepts, in the units of the form. */
export const numberBounds: Record<
  NumberField,
  { min: number; max: number; isInteger: boolean; isOptional?: true }
> = {
  debounceSeconds: { min: 0, max: 60, isInteger: false },
  cooldownSeconds: { min: 0, max: 600, isInteger: false },
  messagesPerSecond: { min: 0.1, max: 100, isInteger: false },
  dailyMessages: { min: 1, max: 1_000, isInteger: true, isOptional: true },
  takeoverMinutes: { min: 1, max: 10_080, isInteger: true },
};

export const toDraft = (settings: AccountSettings): SettingsDraft => ({
  autoRespond: settings.autoRespond,
  debounceSeconds: String(settings.debounceWindowMs / 1_000),
  cooldownSeconds: String(settings.cooldownMs / 1_000),
  messagesPerSecond: String(settings.messagesPerSecond),
  dailyMessages: settings.dailyMessagesPerContact === null ? '' : String(settings.dailyMessagesPerContact),
  timezone: settings.timezone,
  country: settings.country ?? '',
  quiet: toQuiet(settings.quietHours),
  takeoverMinutes: String(settings.humanTakeoverPauseMinutes),
  defaultReplyFlowId: settings.defaultReplyFlowId,
  rules: settings.fallbackRules.map((rule) => ({ ...rule, keywords: rule.keywords.join(', ') })),
});

function toQuiet(stored: AccountSettings['quietHours']): QuietDraft {
  if (stored === null) return noQuiet;
  const { from, to, weekdays = everyDay } = stored;
  return { isOn: true, from, to, weekdays: [...weekdays] };
}

const fromQuiet = ({ isOn, from, to, weekdays }: QuietDraft): AccountSettings['quietHours'] =>
  isOn ? { from, to, ...(weekdays.length < everyDay.length ? { weekdays } : {}) } : null;

/** The words of a comma-separated list. */
export const splitKeywords = (text: string): string[] =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

/** A draft without problems as the API takes it. */
export const fromDraft = (draft: SettingsDraft): Partial<AccountSettings> => ({
  autoRespond: draft.autoRespond,
  debounceWindowMs: Math.round(Number(draft.debounceSeconds) * 1_000),
  cooldownMs: Math.round(Number(draft.cooldownSeconds) * 1_000),
  messagesPerSecond: Number(draft.messagesPerSecond),
  dailyMessagesPerContact: draft.dailyMessages.trim() === '' ? null : Number(draft.dailyMessages),
  timezone: draft.timezone,
  country: draft.country.trim().toUpperCase() || null,
  quietHours: fromQuiet(draft.quiet),
  humanTakeoverPauseMinutes: Number(draft.takeoverMinutes),
  defaultReplyFlowId: draft.defaultReplyFlowId,
  fallbackRules: draft.rules.map((rule) => ({
    keywords: splitKeywords(rule.keywords),
    match: rule.match,
    reply: rule.reply.trim(),
  })),
});
