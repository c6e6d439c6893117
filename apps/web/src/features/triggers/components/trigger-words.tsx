import type { Trigger } from '@instaflow/contracts';
import { TagChip } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { hasKeywords } from '../trigger-draft';

export type TriggerWordsProps = { trigger: Trigger };

const wordsOf = (keyword: string | null): string[] =>
  (keyword ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);

/** When a trigger fires, in words. */
export function TriggerWords({ trigger }: TriggerWordsProps) {
  const { t } = useTranslation('triggers');
  const words = wordsOf(trigger.keyword);
  const notes = [
    trigger.allowTypos && t('typos'),
    trigger.excludeKeywords.length > 0 && t('except', { words: trigger.excludeKeywords.join(', ') }),
    trigger.postPermalink && t('onPost'),
  ].filter((note) => typeof note === 'string' && note !== '');
  return (
    <div className="flex flex-col gap-1">
      <p className="font-medium">{t(`type.${trigger.type}`)}</p>
      {hasKeywords(trigger.type) && (
        <p className="flex flex-wrap items-center gap-1 text-sm text-ink-muted">
          {words.length > 0 ? (
            <>
              {t(`match.${trigger.match}`)}
              {words.map((word) => (
                <TagChip key={word}>{word}</TagChip>
              ))}
            </>
          ) : (
            t('anyText')
          )}
          {notes.length > 0 && <span>{notes.join(' · ')}</span>}
        </p>
      )}
    </div>
  );
}
