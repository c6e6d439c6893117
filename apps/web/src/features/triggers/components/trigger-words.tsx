import type { Trigger } from '@instaflow/contracts';
import { TagChip } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { hasKeywords, splitWords } from '../trigger-draft';
import { ChatLinks } from './chat-links';

export type TriggerWordsProps = { trigger: Trigger };

/** When a trigger fires, in words. */
export function TriggerWords({ trigger }: TriggerWordsProps) {
  const { t } = useTranslation('triggers');
  const words = splitWords(trigger.keyword ?? '');
  const isLink = trigger.type === 'ref_link';
  const notes = useTriggerNotes(trigger);
  return (
    <div className="flex flex-col gap-1">
      {!isLink && !hasKeywords(trigger.type) && <p className="font-medium">{t(`type.${trigger.type}`)}</p>}
      {isLink && <ChatLinks references={words} />}
      {hasKeywords(trigger.type) && (
        <p className="flex flex-wrap items-center gap-1">
          {words.length > 0 ? (
            <>
              <span className="text-sm text-ink-muted">{t(`match.${trigger.match}`)}</span>
              {words.map((word) => (
                <TagChip key={word}>{word}</TagChip>
              ))}
            </>
          ) : (
            <span className="font-medium first-letter:uppercase">{t('anyText')}</span>
          )}
        </p>
      )}
      {notes.length > 0 && <p className="text-sm text-ink-muted">{notes.join(' · ')}</p>}
    </div>
  );
}

function useTriggerNotes(trigger: Trigger): string[] {
  const { t } = useTranslation('triggers');
  const { postScope, publicReplies, excludeKeywords } = trigger;
  return [
    trigger.allowTypos && t('typos'),
    excludeKeywords.length > 0 && t('except', { words: excludeKeywords.join(', ') }),
    postScope === 'one' && t('onPost'),
    postScope === 'next' && (trigger.mediaId === null ? t('onNextPost') : t('nextPostBound')),
    trigger.oncePerPost && t('oncePerPost'),
    publicReplies.length > 0 && t('replies', { count: publicReplies.length }),
  ].filter((note) => typeof note === 'string');
}
