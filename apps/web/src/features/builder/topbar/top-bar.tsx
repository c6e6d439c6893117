import type { Flow } from '@instaflow/contracts';
import { Button, IconButton } from '@instaflow/ui';
import { ArrowLeft } from 'lucide-react';
import { Suspense } from 'react';
import { Link } from 'react-router';
import { countUnsaved } from '../autosave/autosave-machine';
import { BarTools, Presence } from '../lazy-parts';
import { useBuilder, useBuilderSession } from '../state/builder-context';
import { useTexts } from '../texts/use-texts';
import { FlowNameField } from './flow-name-field';
import { FlowStateBadge } from './flow-state-badge';
import { SaveChip } from './save-chip';
import { ViewSwitch } from './view-switch';

/** Name, state, and everything that concerns the flow as a whole. */
export function TopBar({ flow, onResolveConflict }: { flow: Flow; onResolveConflict: () => void }) {
  const t = useTexts();
  const { store, accountId } = useBuilderSession();
  const isReadOnly = useBuilder((state) => state.isReadOnly);
  const hasUnsavedEdits = useBuilder(({ autosave }) => countUnsaved(autosave) > 0);
  return (
    <header
      aria-label={t('bar.label')}
      className="flex flex-wrap items-center gap-x-1.5 gap-y-1 border-b border-line bg-surface px-2 py-1.5 sm:px-3"
    >
      <IconButton size="sm" label={t('back')} asChild hasTooltip={false}>
        <Link to={`/accounts/${accountId}/flows`}>
          <ArrowLeft aria-hidden="true" />
        </Link>
      </IconButton>
      <FlowNameField name={flow.name} />
      <FlowStateBadge flow={flow} hasUnsavedEdits={hasUnsavedEdits} />
      {!isReadOnly && <SaveChip onResolve={onResolveConflict} />}
      <Suspense fallback={null}>
        <Presence />
      </Suspense>
      {/* On phones a row of its own; publishing stays beside the name. */}
      <span className="ml-auto flex items-center gap-1 max-sm:order-last max-sm:ml-0 max-sm:w-full max-sm:justify-between">
        <ViewSwitch />
        {/* As wide as they are: what is beside them stays in its place when they come. */}
        <Suspense fallback={<span className={isReadOnly ? 'h-7 w-36 touch:h-10' : 'h-7 w-60 touch:h-10'} />}>
          <BarTools flow={flow} />
        </Suspense>
      </span>
      {!isReadOnly && (
        <Button
          size="sm"
          variant="primary"
          className="max-sm:ml-auto"
          onClick={() => {
            store.getState().setDialog('publish');
          }}
        >
          {t('bar.publish')}
        </Button>
      )}
    </header>
  );
}
