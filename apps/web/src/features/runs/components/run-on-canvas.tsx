import type { Run } from '@instaflow/contracts';
import { Button } from '@instaflow/ui';
import { Link } from 'react-router';
import { useRunTexts } from '../use-run-texts';

export type RunOnCanvasProps = { run: Run };

/** Leads to the run's path on the canvas of its flow; nothing when that flow is gone. */
export function RunOnCanvas({ run: { instagramAccountId, flowId, flowName, runId } }: RunOnCanvasProps) {
  const t = useRunTexts();
  if (flowName === null) return null;
  return (
    <Button size="sm" asChild>
      <Link to={`/accounts/${instagramAccountId}/flows/${flowId}?run=${runId}`}>{t('runs.onCanvas')}</Link>
    </Button>
  );
}
