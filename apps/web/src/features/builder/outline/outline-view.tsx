import { Button } from '@instaflow/ui';
import { Plus } from 'lucide-react';
import { findWiringAfterSelection } from '../actions/add-step';
import { useBuilder, useBuilderStore } from '../state/builder-context';
import { useTexts } from '../texts/use-texts';
import { listOutline } from './list-outline';
import { OutlineItem } from './outline-item';

/**
 * The flow as an ordered list with everything one can do to it and nothing to drag: for the keyboard, for screen
 * readers and for phones.
 */
export function OutlineView() {
  const t = useTexts();
  const store = useBuilderStore();
  const definition = useBuilder((state) => state.definition);
  const isReadOnly = useBuilder((state) => state.isReadOnly);
  return (
    <div className="min-h-0 min-w-0 flex-1 overflow-y-auto bg-canvas">
      <div className="mx-auto flex max-w-3xl flex-col gap-3 px-3 py-4 pb-24 sm:px-6">
        <ol aria-label={t('outlineView.label')} className="flex flex-col gap-2">
          {listOutline(definition).map((step) => (
            <OutlineItem key={step.node.id} outline={step} />
          ))}
        </ol>
        {!isReadOnly && (
          <Button
            className="self-start"
            onClick={() => {
              const wiring = findWiringAfterSelection(store);
              store.getState().setAddMenu({ wiring, position: null, anchor: null });
            }}
          >
            <Plus aria-hidden="true" />
            {t('outlineView.add')}
          </Button>
        )}
      </div>
    </div>
  );
}
