import { useTranslation } from 'react-i18next';
import { composerId } from '../element-ids';
import { countBytes, countMessages, textLimitBytes } from '../split-message';

export type ComposerHintsProps = { text: string; isWaiting: boolean };

/** Below the field: keys, what sending does, and how long the text may be. */
export function ComposerHints({ text, isWaiting }: ComposerHintsProps) {
  const { t } = useTranslation('inbox');
  return (
    <div
      id={`${composerId}-hint`}
      className="flex flex-wrap justify-between gap-x-4 pt-1.5 text-xs text-ink-faint"
    >
      <span className="max-sm:hidden">{t('composer.keys')}</span>
      {isWaiting ? (
        <span role="status" className="text-warning-text">
          {t('attach.wait')}
        </span>
      ) : (
        <span>{t('composer.sendHint')}</span>
      )}
      <TextSize text={text} />
    </div>
  );
}

function TextSize({ text }: { text: string }) {
  const { t } = useTranslation('inbox');
  const used = countBytes(text);
  const count = countMessages(text);
  if (count > 1) return <span className="text-warning-text">{t('composer.split', { count })}</span>;
  if (used <= textLimitBytes / 2) return null;
  return <span>{t('composer.bytes', { used, limit: textLimitBytes })}</span>;
}
