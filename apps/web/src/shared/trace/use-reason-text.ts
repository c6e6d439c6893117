import { useTranslation } from 'react-i18next';
import { addCatalogue } from '../i18n/add-catalogue';
import english from './locales/en.json';

addCatalogue('trace', english);

const isKeyOf = <T extends object>(catalogue: T, key: string): key is string & keyof T =>
  Object.hasOwn(catalogue, key);

/** A code without words of its own, made readable. */
const spell = (code: string): string => code.replaceAll('_', ' ');

/** Words for the codes of a trace; an unknown code is spelled out rather than hidden. */
export function useReasonText() {
  const { t } = useTranslation('trace');
  const from =
    <T extends object>(catalogue: T, say: (key: string & keyof T) => string) =>
    (code: string): string =>
      isKeyOf(catalogue, code) ? say(code) : spell(code);
  const plainReason = from(english.reason, (code) => t(`reason.${code}`));
  return {
    kindText: from(english.kind, (code) => t(`kind.${code}`)),
    outcomeText: from(english.outcome, (code) => t(`outcome.${code}`)),
    turnOutcomeText: from(english.turnOutcome, (code) => t(`turnOutcome.${code}`)),
    nodeTypeText: from(english.nodeType, (code) => t(`nodeType.${code}`)),
    /** A plain code, or `match:keyword` of a trigger that matched. */
    reasonText: (reason: string): string => {
      const matched = /^(?:contains_word|exact|contains|starts_with|regex):(.*)$/s.exec(reason);
      return matched ? t('matched', { keyword: matched[1] ?? '' }) : plainReason(reason);
    },
  };
}
