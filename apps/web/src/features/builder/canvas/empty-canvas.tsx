import { Button } from '@instaflow/ui';
import { Plus } from 'lucide-react';
import { addStep, findWiringAfterSelection } from '../actions/add-step';
import { useBuilderStore } from '../state/builder-context';
import { useTexts } from '../texts/use-texts';

/** What to do first, while there is only a start. */
export function EmptyCanvas() {
  const t = useTexts();
  const store = useBuilderStore();
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-24 z-10 flex justify-center px-4">
      <div className="pointer-events-auto flex max-w-sm flex-col items-center gap-2 rounded-xl border border-line bg-surface px-6 py-5 text-center">
        <p className="text-lg font-semibold">{t('canvasLabels.emptyTitle')}</p>
        <p className="text-ink-muted">{t('canvasLabels.emptyHint')}</p>
        <Button
          variant="primary"
          className="mt-1"
          onClick={() => {
            const wiring = findWiringAfterSelection(store);
            addStep(store, { kind: 'message', name: t('kinds.message.label'), wiring, position: null });
          }}
        >
          <Plus aria-hidden="true" />
          {t('canvasLabels.emptyAction')}
        </Button>
      </div>
    </div>
  );
}
