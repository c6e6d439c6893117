import { Button, IconButton } from '@instaflow/ui';
import { Footprints, Table2, X } from 'lucide-react';
import { useMemo } from 'react';
import { useErrorText } from '../../../../shared/components/use-error-text';
import { useFormat } from '../../../../shared/format/use-format';
import { useFlow } from '../../api/use-flow';
import { useBuilderSession } from '../../state/builder-context';
import { toggleOverlay } from '../overlay-store';
import { BarLoading } from '../bar-loading';
import { useOverlayTexts } from '../overlay-texts';
import { useCanvasIds } from '../use-canvas-ids';
import { useMarks } from '../use-marks';
import { useOverlay } from '../use-overlay';
import { useShownVersion } from '../use-shown-version';
import { VersionNotice } from '../version-notice';
import { markNumbers } from './mark-numbers';
import { PeriodField } from './period-field';
import { useFlowFigures } from './use-flow-figures';
import { VersionSelect } from './version-select';

/** The numbers of the flow as a whole, what they are about, and the ways to look closer. */
export function NumbersBar() {
  const t = useOverlayTexts();
  const { overlay } = useBuilderSession();
  const format = useFormat();
  const canvas = useCanvasIds();
  const { data } = useFlowFigures();
  const wanted = useOverlay((state) => state.version);
  const version = useShownVersion(wanted);
  useMarks(
    useMemo(() => (data ? markNumbers(data.nodeEngagement, canvas, format) : null), [data, canvas, format]),
  );
  return (
    <>
      <section
        aria-label={t('label')}
        className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-line bg-surface px-2 py-1.5 sm:px-3"
      >
        <PeriodField />
        <VersionSelect />
        <Totals />
        <span className="ml-auto flex items-center gap-1">
          <Button size="sm" onClick={() => overlay.setState({ panel: { kind: 'find' } })}>
            <Footprints aria-hidden="true" />
            {t('find')}
          </Button>
          <Button size="sm" onClick={() => overlay.setState({ panel: { kind: 'table' } })}>
            <Table2 aria-hidden="true" />
            {t('table')}
          </Button>
          <IconButton size="sm" label={t('close')} onClick={() => toggleOverlay(overlay)}>
            <X aria-hidden="true" />
          </IconButton>
        </span>
      </section>
      <VersionNotice shown={version} text="shown" onBack={() => overlay.setState({ version: null })} />
    </>
  );
}

function Totals() {
  const t = useOverlayTexts();
  const format = useFormat();
  const errorText = useErrorText();
  const { flowId } = useBuilderSession();
  const { data: flow } = useFlow(flowId);
  const { data, error, refetch, isFetching } = useFlowFigures();
  if (error) {
    return (
      <p role="alert" className="flex items-center gap-2 text-sm text-danger-text">
        {t('failed', { reason: errorText(error) })}
        <Button size="sm" isBusy={isFetching} onClick={() => void refetch()}>
          {t('retry')}
        </Button>
      </p>
    );
  }
  if (!data) {
    return <BarLoading text={t('loading')} />;
  }
  const isEmpty = data.starts === 0 && data.nodeEngagement.every((node) => node.engagements === 0);
  if (isEmpty) {
    return (
      <p role="status" className="text-sm text-ink-muted">
        {flow?.publishedVersion === null ? t('noneYet') : t('none')}
      </p>
    );
  }
  const facts = [
    t('totals.starts', { count: data.starts }),
    t('totals.completed', { percent: format.percent(data.completionRate) }),
    data.failures > 0 && t('totals.failures', { count: data.failures }),
  ];
  return <p className="text-sm tabular-nums">{facts.filter(Boolean).join(' · ')}</p>;
}
