import { Button } from '@instaflow/ui';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { findWiringAfterSelection } from '../actions/add-step';
import { useBuilder, useBuilderStore } from '../state/builder-context';
import { useTexts } from '../texts/use-texts';
import { listOutline } from './list-outline';
import { LongOutline } from './long-outline';
import { OutlineChapters } from './outline-chapters';
import { OutlineItem } from './outline-item';
import '../texts/edit-texts';

/** Up to here the whole list is in the page, as find in page and screen readers like it best. */
const plainLimit = 150;

/**
 * The flow as an ordered list with everything one can do to it and nothing to drag: for the keyboard, for screen
 * readers and for phones.
 */
export function OutlineView() {
  const t = useTexts();
  const store = useBuilderStore();
  const definition = useBuilder((state) => state.definition);
  const isReadOnly = useBuilder((state) => state.isReadOnly);
  const [frame, setFrame] = useState<HTMLDivElement | null>(null);
  const steps = listOutline(definition);
  return (
    <div ref={setFrame} className="min-h-0 min-w-0 flex-1 overflow-y-auto bg-canvas">
      <div className="mx-auto flex max-w-3xl flex-col gap-3 px-3 py-4 pb-24 sm:px-6">
        <OutlineChapters steps={steps} />
        {steps.length > plainLimit ? (
          frame && <LongOutline steps={steps} frame={frame} />
        ) : (
          <ol aria-label={t('outlineView.label')} className="flex flex-col gap-2">
            {steps.map((step) => (
              <li key={step.node.id}>
                <OutlineItem outline={step} />
              </li>
            ))}
          </ol>
        )}
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
