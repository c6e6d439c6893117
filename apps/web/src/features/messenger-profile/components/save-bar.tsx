import { Button } from '@instaflow/ui';
import { useProfileTexts } from '../use-profile-texts';

export type SaveBarProps = { isBusy: boolean; onDiscard: () => void };

/** Stays in view while there is something to save. */
export function SaveBar({ isBusy, onDiscard }: SaveBarProps) {
  const t = useProfileTexts();
  return (
    <div className="sticky bottom-4 z-10 flex flex-wrap items-center justify-end gap-2 rounded-lg bg-raised p-3 shadow-float">
      <span className="mr-auto text-sm text-ink-muted">{t('unsaved')}</span>
      <Button variant="ghost" onClick={onDiscard}>
        {t('discard')}
      </Button>
      <Button type="submit" variant="primary" isBusy={isBusy}>
        {t('save')}
      </Button>
    </div>
  );
}
