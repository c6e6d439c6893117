import type { FlowVisit, Run } from '@instaflow/contracts';
import { Badge, Button, type Tone } from '@instaflow/ui';
import { Link } from 'react-router';
import { useReasonText } from '../../../../shared/trace/use-reason-text';
import { Moment } from '../../../runs/components/moment';
import { RunActions } from '../../../runs/components/run-actions';
import { useRunTexts } from '../../../runs/use-run-texts';
import { useBuilderSession } from '../../state/builder-context';
import { showRun } from '../overlay-store';
import { useOverlayTexts } from '../overlay-texts';

const tones: Partial<Record<Run['status'], Tone>> = {
  running: 'info',
  waiting: 'warning',
  completed: 'success',
  failed: 'danger',
};

/** One person behind a number: when, how the run stands, its path, and what one can tell it. */
export function VisitItem({ visit: { at, contactName, instagramUsername, run } }: { visit: FlowVisit }) {
  const t = useOverlayTexts();
  const runText = useRunTexts();
  const { reasonText } = useReasonText();
  const { accountId, overlay } = useBuilderSession();
  const name =
    contactName ??
    (instagramUsername ? `@${instagramUsername}` : t('people.unnamed', { id: run.contactId.slice(0, 8) }));
  return (
    <li className="flex flex-col gap-1.5 rounded-md border border-line p-3">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Link
          to={`/accounts/${accountId}/contacts/${run.contactId}?activity=runs`}
          className="min-w-0 font-medium break-words hover:underline"
        >
          {name}
        </Link>
        <Badge tone={tones[run.status] ?? 'neutral'} hasDot>
          {runText(`status.${run.status}`)}
        </Badge>
      </p>
      <p className="text-sm text-ink-muted">
        <Moment at={at} />
        {run.reason && ` · ${reasonText(run.reason)}`}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button
          size="sm"
          onClick={() => {
            showRun(overlay, run.runId);
          }}
        >
          {t('people.showPath')}
        </Button>
        <RunActions run={run} />
      </div>
    </li>
  );
}
