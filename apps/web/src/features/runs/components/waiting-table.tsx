import type { WaitingRun } from '@instaflow/contracts';
import { Table, TableHeader } from '@instaflow/ui';
import type { RunCommandName } from '../run-commands';
import { useRunTexts } from '../use-run-texts';
import { WaitingRow } from './waiting-row';

export type WaitingTableProps = {
  accountId: string;
  waiting: readonly WaitingRun[];
  /** Null for those who may only look. */
  onAsk: ((run: WaitingRun, command: RunCommandName) => void) | null;
};

/** Those who stand in a flow. */
export function WaitingTable({ accountId, waiting, onAsk }: WaitingTableProps) {
  const t = useRunTexts();
  return (
    <Table
      label={t('waiting.title')}
      head={
        <>
          <TableHeader>{t('waiting.columns.contact')}</TableHeader>
          <TableHeader className="max-sm:hidden">{t('waiting.columns.step')}</TableHeader>
          <TableHeader className="max-lg:hidden">{t('waiting.columns.for')}</TableHeader>
          <TableHeader className="max-md:hidden">{t('waiting.columns.since')}</TableHeader>
          <TableHeader className="max-md:hidden">{t('waiting.columns.until')}</TableHeader>
          <TableHeader className="max-lg:hidden">{t('waiting.columns.version')}</TableHeader>
          <TableHeader>
            <span className="sr-only">{t('waiting.columns.actions')}</span>
          </TableHeader>
        </>
      }
    >
      {waiting.map((run) => (
        <WaitingRow
          key={run.runId}
          accountId={accountId}
          run={run}
          onAsk={onAsk && ((command) => onAsk(run, command))}
        />
      ))}
    </Table>
  );
}
