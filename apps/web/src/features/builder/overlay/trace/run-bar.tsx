import type { Run } from '@instaflow/contracts';
import { Badge, Button, IconButton, type Tone } from '@instaflow/ui';
import { ChartNoAxesColumn, ListOrdered, X } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { useErrorText } from '../../../../shared/components/use-error-text';
import { contactName } from '../../../../shared/contact/contact-name';
import { useContact } from '../../../../shared/contact/use-contact';
import { useRunTexts } from '../../../runs/use-run-texts';
import { useBuilderSession } from '../../state/builder-context';
import { showRun, toggleOverlay } from '../overlay-store';
import { BarLoading } from '../bar-loading';
import { useOverlayTexts } from '../overlay-texts';
import { useCanvasIds } from '../use-canvas-ids';
import { useMarks } from '../use-marks';
import { useShownVersion } from '../use-shown-version';
import { VersionNotice } from '../version-notice';
import { markPath } from './mark-path';
import { useRunPath, type RunPath } from './use-run-path';

/** Whose path is on the canvas, how the run stands, and the way back to the numbers. */
export function RunBar({ runId }: { runId: string }) {
  const t = useOverlayTexts();
  const { overlay } = useBuilderSession();
  const canvas = useCanvasIds();
  const { query, path } = useRunPath(runId);
  const version = useShownVersion(path?.version ?? null);
  const { isShown } = version;
  useMarks(
    useMemo(() => (path && isShown ? markPath(path.steps, canvas, path.end) : null), [path, canvas, isShown]),
  );
  useFirstLook(isShown ? path : null);
  return (
    <>
      <section
        aria-label={t('label')}
        className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-line bg-surface px-2 py-1.5 sm:px-3"
      >
        <Whose run={path?.run} error={query.error} />
        <span className="ml-auto flex items-center gap-1">
          <Button size="sm" onClick={() => overlay.setState({ panel: { kind: 'run' } })}>
            <ListOrdered aria-hidden="true" />
            {t('run.panel')}
          </Button>
          <Button size="sm" onClick={() => showRun(overlay, null)}>
            <ChartNoAxesColumn aria-hidden="true" />
            {t('run.leave')}
          </Button>
          <IconButton size="sm" label={t('close')} onClick={() => toggleOverlay(overlay)}>
            <X aria-hidden="true" />
          </IconButton>
        </span>
      </section>
      <VersionNotice shown={version} text="shownOfRun" onBack={() => showRun(overlay, null)} />
    </>
  );
}

/** Brings the path into view once, a failed run at the step it failed at. */
function useFirstLook(path: RunPath | null): void {
  const { viewport } = useBuilderSession();
  const hasLooked = useRef(false);
  useEffect(() => {
    if (path === null || hasLooked.current) return;
    // After the canvas has drawn the version and made room for the panel.
    const timer = setTimeout(() => {
      hasLooked.current = true;
      const visited = [...new Set(path.steps.map(({ nodeId }) => nodeId))];
      const nodeIds = path.end?.state === 'failed' ? [path.end.nodeId] : visited;
      if (nodeIds.length > 0) viewport.get()?.fit(nodeIds);
    }, 150);
    return () => {
      clearTimeout(timer);
    };
  }, [path, viewport]);
}

const tones: Partial<Record<Run['status'], Tone>> = {
  running: 'info',
  waiting: 'warning',
  completed: 'success',
  failed: 'danger',
};

function Whose({ run, error }: { run: Run | undefined; error: unknown }) {
  const t = useOverlayTexts();
  const runText = useRunTexts();
  const errorText = useErrorText();
  const { data: contact } = useContact(run?.contactId ?? '');
  if (error) {
    return (
      <p role="alert" className="text-sm text-danger-text">
        {errorText(error)}
      </p>
    );
  }
  if (!run) {
    return <BarLoading text={t('run.loading')} />;
  }
  return (
    <p className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
      <span className="font-medium break-words">
        {contact ? t('run.bar', { name: contactName(contact) }) : t('run.title')}
      </span>
      <Badge tone={tones[run.status] ?? 'neutral'} hasDot>
        {runText(`status.${run.status}`)}
      </Badge>
    </p>
  );
}
