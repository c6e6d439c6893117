import { numberBounds, splitKeywords, type NumberField, type SettingsDraft } from './settings-draft';

export type SettingsProblems = {
  numbers: NumberField[];
  isTimezoneWrong: boolean;
  areRulesIncomplete: boolean;
};

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
  areRulesIncomplete: draft.rules.some(
    (rule) => splitKeywords(rule.keywords).length === 0 || rule.reply.trim() === '',
  ),
});

export const hasSettingsProblems = ({
  numbers,
  isTimezoneWrong,
  areRulesIncomplete,
}: SettingsProblems): boolean => numbers.length > 0 || isTimezoneWrong || areRulesIncomplete;
