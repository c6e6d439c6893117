import type { Flow } from '@instaflow/contracts';
import { Button, ConfirmDialog, toast } from '@instaflow/ui';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useErrorText } from '../../../shared/components/use-error-text';
import { useBuilder } from '../state/builder-context';
import { useDraftChanges } from './use-draft-changes';
import { useVersionTexts } from './version-texts';

/** Throws the draft away in favour of what is published; it is kept for a while. */
export function DiscardDraft({ flow: { publishedVersion, hasUnpublishedChanges } }: { flow: Flow }) {
  const t = useVersionTexts();
  const errorText = useErrorText();
  const [isAsked, setAsked] = useState(false);
  const { discard } = useDraftChanges();
  const hasUnsavedEdits = useBuilder(({ autosave }) => autosave.status !== 'saved');
  if (publishedVersion === null || (!hasUnpublishedChanges && !hasUnsavedEdits)) return null;
  const version = publishedVersion;
  return (
    <div className="flex flex-wrap items-center justify-between gap-2 border-t border-line pt-3">
      <p className="min-w-0 flex-1 text-sm text-ink-muted">{t('discard.hint', { version })}</p>
      <Button
        size="sm"
        variant="dangerGhost"
        onClick={() => {
          setAsked(true);
        }}
      >
        <Trash2 aria-hidden="true" />
        {t('discard.button')}
      </Button>
      <ConfirmDialog
        isDangerous
        isOpen={isAsked}
        title={t('discard.title')}
        description={t('discard.description', { version })}
        confirmLabel={t('discard.confirm')}
        cancelLabel={t('discard.cancel')}
        isBusy={discard.isPending}
        error={discard.isError && t('discard.failed', { reason: errorText(discard.error) })}
        onOpenChange={setAsked}
        onConfirm={() => {
          discard.mutate(undefined, {
            onSuccess: () => {
              setAsked(false);
              toast.success(t('discard.done', { version }));
            },
          });
        }}
      />
    </div>
  );
}
