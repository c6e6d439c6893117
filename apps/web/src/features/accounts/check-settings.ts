import {
  numberBounds,
  splitKeywords,
  type NumberField,
  type QuietDraft,
  type SettingsDraft,
} from './settings-draft';

export type SettingsProblems = {
  numbers: NumberField[];
  isTimezoneWrong: boolean;
  isCountryWrong: boolean;
  areRulesIncomplete: boolean;
  quiet: QuietProblem | null;
};

export type QuietProblem = 'from' | 'to' | 'same' | 'days';

const isNumberFine = (field: NumberField, text: string): boolean => {
  const { min, max, isInteger, isOptional } = numberBounds[field];
  if (text.trim() === '') return isOptional === true;
  const value = Number(text);
  return Number.isFinite(value) && value >= min && value <= max && (!isInteger || Number.isInteger(value));
};

const isTimezone = (zone: string): boolean => {
  try {
    return Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

const isTimeOfDay = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

function checkQuiet({ isOn, from, to, weekdays }: QuietDraft): QuietProblem | null {
  if (!isOn) return null;
  if (!isTimeOfDay(from)) return 'from';
  if (!isTimeOfDay(to)) return 'to';
  if (from === to) return 'same';
  return weekdays.length === 0 ? 'days' : null;
}

const numberFields: readonly NumberField[] = [
  'debounceSeconds',
  'cooldownSeconds',
  'messagesPerSecond',
  'dailyMessages',
  'takeoverMinutes',
];

/** What the server would refuse. */
export const checkSettings = (draft: SettingsDraft): SettingsProblems => ({
  numbers: numberFields.filter((field) => !isNumberFine(field, draft[field])),
  isTimezoneWrong: draft.timezone.trim() === '' || !isTimezone(draft.timezone),
  isCountryWrong: !/^([a-z]{2})?$/i.test(draft.country.trim()),
  quiet: checkQuiet(draft.quiet),
  areRulesIncomplete: draft.rules.some(
    (rule) => splitKeywords(rule.keywords).length === 0 || rule.reply.trim() === '',
  ),
});

export const hasSettingsProblems = ({
  numbers,
  isTimezoneWrong,
  isCountryWrong,
  areRulesIncomplete,
  quiet,
}: SettingsProblems): boolean =>
  numbers.length > 0 || isTimezoneWrong || isCountryWrong || areRulesIncomplete || quiet !== null;
