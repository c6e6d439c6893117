import { IconButton } from '@instaflow/ui';
import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

export type CopyLineProps = { text: string };

/** A text to be entered elsewhere, with a button that copies it. */
export function CopyLine({ text }: CopyLineProps) {
  const { t } = useTranslation('app');
  const [isCopied, setCopied] = useState(false);
  // Browsers offer the clipboard on https and localhost only; elsewhere the text can be selected.
  const clipboard: Clipboard | undefined = navigator.clipboard;
  const copy = () => {
    clipboard?.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <span className="flex items-center gap-1 rounded-md bg-sunken py-0.5 pr-1 pl-2.5">
      <code className="min-w-0 flex-1 py-1 text-xs break-all text-ink select-all">{text}</code>
      {clipboard && (
        <IconButton size="sm" label={isCopied ? t('actions.copied') : t('actions.copy')} onClick={copy}>
          {isCopied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
        </IconButton>
      )}
    </span>
  );
}
