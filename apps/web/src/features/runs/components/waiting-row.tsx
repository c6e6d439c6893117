import type { WaitingRun } from '@instaflow/contracts';
import { TableCell } from '@instaflow/ui';
import { Link } from 'react-router';
import { TimeAgo } from '../../../shared/components/time-ago';
import type { RunCommandName } from '../run-commands';
import { useRunTexts } from '../use-run-texts';
import { Moment } from './moment';
import { WaitingMenu } from './waiting-menu';

export type WaitingRowProps = {
  accountId: string;
  run: WaitingRun;
  /** Null for those who may only look. */
  onAsk: ((command: RunCommandName) => void) | null;
};

/** One person who stands in a flow. */
export function WaitingRow({ accountId, run, onAsk }: WaitingRowProps) {
  const t = useRunTexts();
  const { contactName, instagramUsername, contactId, since, version } = run;
  const name =
    contactName ??
    (instagramUsername ? `@${instagramUsername}` : t('waiting.unnamed', { id: contactId.slice(0, 8) }));
  const step = run.nodeName || run.nodeId;
  return (
    <tr className="transition-colors hover:bg-hover/50">
      <TableCell className="max-w-72 max-sm:w-full max-sm:max-w-0">
        <Link
          to={`/accounts/${accountId}/contacts/${contactId}?activity=runs`}
          className="block truncate py-0.5 font-medium hover:underline"
          title={name}
        >
          {name}
        </Link>
        {contactName && instagramUsername && (
          <p className="truncate text-sm text-ink-muted">@{instagramUsername}</p>
        )}
        <p className="text-sm break-words text-ink-muted sm:hidden">{step}</p>
        <p className="text-sm text-ink-muted md:hidden">
          {since && <TimeAgo at={since} />} · <Until run={run} />
        </p>
      </TableCell>
      <TableCell className="max-w-60 break-words max-sm:hidden">{step}</TableCell>
      <TableCell className="max-lg:hidden">{t(`waitingFor.${run.waitingFor ?? 'nothing'}`)}</TableCell>
      <TableCell className="whitespace-nowrap text-ink-muted max-md:hidden">
        {since && <TimeAgo at={since} />}
      </TableCell>
      <TableCell className="whitespace-nowrap text-ink-muted max-md:hidden">
        <Until run={run} />
      </TableCell>
      <TableCell className="text-ink-muted tabular-nums max-lg:hidden">{version}</TableCell>
      <TableCell className="w-px pl-0 text-right">
        {onAsk && <WaitingMenu run={run} name={name} onAsk={onAsk} />}
      </TableCell>
    </tr>
  );
}

function Until({ run: { until, waitingFor } }: { run: WaitingRun }) {
  const t = useRunTexts();
  if (until) return <Moment at={until} />;
  return waitingFor === 'effect' ? t('waiting.untilOutcome') : t('waiting.untilAnswer');
}
