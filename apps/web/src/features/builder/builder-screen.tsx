import { IconButton, Notice } from '@instaflow/ui';
import { PanelLeftOpen, Plus } from 'lucide-react';
import { Suspense, useState } from 'react';
import { usePageTitle } from '../../shared/components/use-page-title';
import { findWiringAfterSelection } from './actions/add-step';
import { useFlow } from './api/use-flow';
import { FlowCanvas } from './canvas/flow-canvas';
import { CompareBar, ComparePanel, OutlineView, OverlayBar, OverlayPanel, Palette } from './lazy-parts';
import { AddMenuSlot, DialogsSlot, StepPanelSlot, TestPhoneSlot, WorkOnceLoaded } from './parts-on-demand';
import { useOverlay } from './overlay/use-overlay';
import { useBuilder, useBuilderSession } from './state/builder-context';
import { useTexts } from './texts/use-texts';
import { TopBar } from './topbar/top-bar';
import { useIsPhone } from './use-is-phone';
import { useLeaving } from './use-leaving';

/** The builder's frame: bar on top, palette left, canvas or outline in the middle, the selected step right. */
export function BuilderScreen() {
  const t = useTexts();
  const { flowId } = useBuilderSession();
  const { data: flow } = useFlow(flowId);
  const view = useBuilder((state) => state.view);
  const isComparing = useOverlay((state) => state.comparison !== null);
  const isOverlayPanelOpen = useOverlay((state) => state.panel !== null);
  const [isResolving, setIsResolving] = useState(false);
  usePageTitle(flow?.name ?? t('title'));
  useLeaving();
  if (!flow) return null;
  return (
    <div className="flex h-full min-h-0 flex-col">
      <TopBar
        flow={flow}
        onResolveConflict={() => {
          setIsResolving(true);
        }}
      />
      <Bars />
      <div className="relative flex min-h-0 flex-1">
        {isComparing && (
          <Suspense fallback={null}>
            <ComparePanel />
          </Suspense>
        )}
        {view === 'canvas' ? (
          <CanvasArea />
        ) : (
          <Suspense fallback={null}>
            <OutlineView />
          </Suspense>
        )}
        {isOverlayPanelOpen ? (
          <Suspense fallback={null}>
            <OverlayPanel />
          </Suspense>
        ) : (
          <StepPanelSlot />
        )}
        <TestPhoneSlot />
      </div>
      <WorkOnceLoaded />
      <AddMenuSlot />
      <DialogsSlot
        flow={flow}
        isResolving={isResolving}
        onResolved={() => {
          setIsResolving(false);
        }}
      />
    </div>
  );
}

/** What stands between the bar and the flow: numbers, comparison, proposed steps, and what keeps one from editing. */
function Bars() {
  const t = useTexts();
  const isReadOnly = useBuilder((state) => state.isReadOnly);
  const isOverlayOn = useOverlay((state) => state.isOn);
  const isVersionShown = useOverlay((state) => state.shown !== null);
  const isComparing = useOverlay((state) => state.comparison !== null);
  const ProposalBar = useOverlay(({ proposal }) => proposal?.Bar);
  return (
    <>
      {isOverlayOn && (
        <Suspense fallback={null}>
          <OverlayBar />
        </Suspense>
      )}
      <SaveRefusal />
      {isComparing && (
        <Suspense fallback={null}>
          <CompareBar />
        </Suspense>
      )}
      {ProposalBar && <ProposalBar />}
      {isReadOnly && !isVersionShown && <Notice className="rounded-none">{t('readOnly')}</Notice>}
    </>
  );
}

/** Why the server did not take the draft: in words, and where it is seen without pointing at anything. */
function SaveRefusal() {
  const t = useTexts();
  const reason = useBuilder((state) => (state.autosave.status === 'refused' ? state.saveRefusal : null));
  if (reason === null) return null;
  return (
    <Notice tone="danger" role="alert" className="rounded-none">
      {t('save.refusedWhy', { reason })}
    </Notice>
  );
}

function CanvasArea() {
  const isPhone = useIsPhone();
  const isPaletteShown = useBuilder((state) => state.isPaletteShown);
  const isReadOnly = useBuilder((state) => state.isReadOnly);
  if (isReadOnly) return <FlowCanvas />;
  return (
    <>
      {!isPhone && isPaletteShown && (
        <Suspense fallback={<div className="w-60 shrink-0 border-r border-line bg-surface" />}>
          <Palette />
        </Suspense>
      )}
      <FlowCanvas />
      {!isPhone && !isPaletteShown && <ShowPalette />}
      {isPhone && <AddOnPhone />}
    </>
  );
}

function ShowPalette() {
  const t = useTexts();
  const { store } = useBuilderSession();
  return (
    <IconButton
      size="sm"
      variant="secondary"
      label={t('palette.show')}
      className="absolute top-3 left-3 z-10"
      onClick={() => {
        store.getState().toggle('isPaletteShown');
      }}
    >
      <PanelLeftOpen aria-hidden="true" />
    </IconButton>
  );
}

function AddOnPhone() {
  const t = useTexts();
  const { store } = useBuilderSession();
  return (
    <IconButton
      size="lg"
      variant="primary"
      hasTooltip={false}
      label={t('palette.add')}
      className="absolute right-4 bottom-4 z-10 rounded-full"
      onClick={() => {
        store
          .getState()
          .setAddMenu({ wiring: findWiringAfterSelection(store), position: null, anchor: null });
      }}
    >
      <Plus aria-hidden="true" />
    </IconButton>
  );
}
