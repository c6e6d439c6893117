import { cx, IconButton, Sheet } from '@instaflow/ui';
import { X } from 'lucide-react';
import { lazy, Suspense, useEffect, useRef, type ReactNode } from 'react';
import { useCommentTexts } from '../comments/comment-texts';
import { openComments } from '../comments/open-comments';
import { useBuilder, useBuilderSession } from '../state/builder-context';
import { useStepName } from '../texts/use-step-name';
import { useIsPhone } from '../use-is-phone';
import { selectOnlyNodeId } from '../state/selection-slice';
import { closeOverlayPanel } from './close-overlay-panel';
import { FiguresTable } from './numbers/figures-table';
import type { OverlayPanelState } from './overlay-store';
import { useOverlayTexts } from './overlay-texts';
import { PeopleList } from './people/people-list';
import { FindPerson } from './trace/find-person';
import { RunPanel } from './trace/run-panel';
import { useOverlay } from './use-overlay';

const CommentsPanel = lazy(async () => ({
  default: (await import('../comments/comments-panel')).CommentsPanel,
}));

/** What is behind the numbers, the steps of a run, or comments, beside the canvas; on phones a sheet over it. */
export function OverlayPanel() {
  const t = useOverlayTexts();
  const isPhone = useIsPhone();
  const session = useBuilderSession();
  const panel = useOverlay((state) => state.panel);
  const title = usePanelTitle(panel);
  const heading = useRef<HTMLHeadingElement>(null);
  useFollowSelection();
  useEffect(() => {
    // What was pressed may have gone with the panel it stood in.
    if (document.activeElement === document.body) heading.current?.focus();
  }, [panel]);
  const close = () => {
    closeOverlayPanel(session);
  };
  if (panel === null) return null;
  if (isPhone) {
    return (
      <Sheet
        side="bottom"
        className="h-[88dvh]"
        isOpen
        title={title}
        closeLabel={t('panelClose')}
        onOpenChange={(isOpen) => {
          if (!isOpen) close();
        }}
      >
        <PanelContent panel={panel} />
      </Sheet>
    );
  }
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape leaves the panel from any field
    <aside
      aria-label={title}
      className={cx(
        'flex shrink-0 flex-col border-l border-line bg-surface',
        panel.kind === 'table' ? 'w-[36rem] max-w-[55vw]' : 'w-96',
      )}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        close();
      }}
    >
      <header className="flex items-start justify-between gap-2 border-b border-line px-4 py-2.5">
        <h2 ref={heading} tabIndex={-1} className="min-w-0 outline-none pt-1 font-semibold break-words">
          {title}
        </h2>
        <IconButton size="sm" label={t('panelClose')} hasTooltip={false} onClick={close}>
          <X aria-hidden="true" />
        </IconButton>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto px-4 py-3">
        <PanelContent panel={panel} />
      </div>
    </aside>
  );
}

/** With the people or comments of one step beside the canvas, a click on another step shows those of that one. */
function useFollowSelection(): void {
  const { overlay } = useBuilderSession();
  const nodeId = useBuilder(selectOnlyNodeId);
  const before = useRef(nodeId);
  useEffect(() => {
    const hasMoved = before.current !== nodeId;
    before.current = nodeId;
    const { panel } = overlay.getState();
    if (!hasMoved || nodeId === null) return;
    if (panel?.kind === 'people' && panel.nodeId !== nodeId)
      overlay.setState({ panel: { kind: 'people', nodeId, measure: 'reached', outlet: null } });
    if (panel?.kind === 'comments' && panel.nodeId !== null && panel.nodeId !== nodeId)
      openComments(overlay, { nodeId });
  }, [nodeId, overlay]);
}

function PanelContent({ panel }: { panel: NonNullable<OverlayPanelState> }): ReactNode {
  const runId = useOverlay((state) => state.runId);
  switch (panel.kind) {
    case 'people':
      return <PeopleList figure={panel} />;
    case 'table':
      return <FiguresTable />;
    case 'find':
      return <FindPerson />;
    case 'run':
      return runId === null ? null : <RunPanel key={runId} runId={runId} />;
    case 'comments':
      return (
        <Suspense fallback={null}>
          <CommentsPanel nodeId={panel.nodeId} commentId={panel.commentId} />
        </Suspense>
      );
  }
}

function usePanelTitle(panel: OverlayPanelState): string {
  const t = useOverlayTexts();
  const commentText = useCommentTexts();
  const nodeId = panel !== null && 'nodeId' in panel ? panel.nodeId : null;
  const step = useStepName(nodeId);
  switch (panel?.kind) {
    case 'people':
      return step ?? t('removed', { nodeId });
    case 'table':
      return t('table');
    case 'find':
      return t('findPanel.title');
    case 'comments':
      return step === null ? commentText('title') : commentText('ofStep', { step });
    case 'run':
    case undefined:
      return t('run.title');
  }
}
