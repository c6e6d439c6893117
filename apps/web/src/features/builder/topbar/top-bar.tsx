import type { Flow } from '@instaflow/contracts';
import { Button, IconButton } from '@instaflow/ui';
import { ArrowLeft, ChartNoAxesColumn, Smartphone, WandSparkles } from 'lucide-react';
import { Suspense } from 'react';
import { Link } from 'react-router';
import { useTestPhoneUrl } from '../../../shared/account/use-test-phone-url';
import { countUnsaved } from '../autosave/autosave-machine';
import { IssuesButton, MoreMenu, Presence } from '../lazy-parts';
import { toggleOverlay } from '../overlay/overlay-store';
import { useOverlay } from '../overlay/use-overlay';
import { useBuilder, useBuilderSession } from '../state/builder-context';
import { useTexts } from '../texts/use-texts';
import { useIsPhone } from '../use-is-phone';
import { useTidy } from '../use-tidy';
import { FlowNameField } from './flow-name-field';
import { FlowStateBadge } from './flow-state-badge';
import { HistoryButtons } from './history-buttons';
import { SaveChip } from './save-chip';
import { ViewSwitch } from './view-switch';

/** Name, state, and everything that concerns the flow as a whole. */
export function TopBar({ flow, onResolveConflict }: { flow: Flow; onResolveConflict: () => void }) {
  const t = useTexts();
  const { store, accountId } = useBuilderSession();
  const isPhone = useIsPhone();
  const isReadOnly = useBuilder((state) => state.isReadOnly);
  const hasUnsavedEdits = useBuilder(({ autosave }) => countUnsaved(autosave) > 0);
  const testPhoneUrl = useTestPhoneUrl();
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
        <OverlayButton />
        {!isReadOnly && <HistoryButtons />}
        {!isReadOnly && !isPhone && <TidyButton />}
        <TestPhoneButton />
        <Suspense fallback={null}>
          <IssuesButton />
          <MoreMenu flow={flow} testPhoneUrl={testPhoneUrl} />
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

function TestPhoneButton() {
  const t = useTexts();
  const { store } = useBuilderSession();
  const isOpen = useBuilder((state) => state.isTestPhoneOpen);
  return (
    <IconButton
      size="sm"
      label={t('bar.testPhone')}
      aria-pressed={isOpen}
      data-test-phone-button
      onClick={() => {
        store.getState().setTestPhone(!isOpen);
      }}
    >
      <Smartphone aria-hidden="true" />
    </IconButton>
  );
}

function OverlayButton() {
  const t = useTexts();
  const { overlay } = useBuilderSession();
  const isOn = useOverlay((state) => state.isOn);
  return (
    <IconButton
      size="sm"
      label={t('bar.overlay')}
      aria-pressed={isOn}
      className="aria-pressed:bg-accent-soft aria-pressed:text-accent-text"
      onClick={() => {
        toggleOverlay(overlay);
      }}
    >
      <ChartNoAxesColumn aria-hidden="true" />
    </IconButton>
  );
}

function TidyButton() {
  const t = useTexts();
  const tidy = useTidy();
  return (
    <IconButton
      size="sm"
      label={t('bar.tidy')}
      onClick={() => {
        void tidy();
      }}
    >
      <WandSparkles aria-hidden="true" />
    </IconButton>
  );
}
