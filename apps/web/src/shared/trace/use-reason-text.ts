import { useTranslation } from 'react-i18next';
import { useCauseText } from '../calls/use-cause-text';
import { addCatalogue } from '../i18n/add-catalogue';
import english from './locales/en.json';
import { parseBranch } from './parse-branch';
import { parseReason } from './parse-reason';

addCatalogue('trace', english);

const isKeyOf = <T extends object>(catalogue: T, key: string): key is string & keyof T =>
  Object.hasOwn(catalogue, key);

/** A code without words of its own, made readable. */
const spell = (code: string): string => code.replaceAll('_', ' ');

/** Words for the codes of a trace; an unknown code is spelled out rather than hidden. */
export function useReasonText() {
  const { t } = useTranslation('trace');
  const causeText = useCauseText();
  const from =
    <T extends object>(catalogue: T, say: (key: string & keyof T) => string, orElse = spell) =>
    (code: string): string =>
      isKeyOf(catalogue, code) ? say(code) : orElse(code);
  const plainReason = from(
    english.reason,
    (code) => t(`reason.${code}`),
    (code) => causeText(code) ?? spell(code),
  );
  return {
    kindText: from(english.kind, (code) => t(`kind.${code}`)),
    outcomeText: from(english.outcome, (code) => t(`outcome.${code}`)),
    turnOutcomeText: from(english.turnOutcome, (code) => t(`turnOutcome.${code}`)),
    nodeTypeText: from(english.nodeType, (code) => t(`nodeType.${code}`)),
    waitingForText: from(english.waitingFor, (code) => t(`waitingFor.${code}`)),
    messageKindText: from(english.messageKind, (code) => t(`messageKind.${code}`)),
    callKindText: from(english.call.kind, (code) => t(`call.kind.${code}`)),
    /** Names of values that are not ours, such as attributes, are shown as they are. */
    valueText: from(
      english.value,
      (code) => t(`value.${code}`),
      (name) => name,
    ),
    branchText: (key: string): string => {
      const { name, value } = parseBranch(key);
      return t(`branch.${name}`, { value });
    },
    reasonText: (reason: string): string => {
      const parsed = parseReason(reason);
      if (parsed.kind === 'code') return plainReason(parsed.code);
      const { keyword, isTypo } = parsed;
      return isTypo ? t('matchedTypo', { keyword }) : t('matched', { keyword });
    },
  };
}
