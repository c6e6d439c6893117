import type { Standing } from '@instaflow/contracts';
import { cx, Notice, Table, TableCell, TableHeader } from '@instaflow/ui';
import { useFormat } from '../../../shared/format/use-format';
import { useRunTexts } from '../use-run-texts';

export type StandingTableProps = { standing: readonly Standing[]; version: number };

/** Where people stand in other versions, and what a move does to them. */
export function StandingTable({ standing, version }: StandingTableProps) {
  const t = useRunTexts();
  const format = useFormat();
  if (standing.length === 0) return <Notice tone="success">{t('move.nobody', { version })}</Notice>;
  return (
    <Table
      label={t('move.title', { version })}
      head={
        <>
          <TableHeader>{t('move.from')}</TableHeader>
          <TableHeader>{t('move.step')}</TableHeader>
          <TableHeader className="text-right">{t('move.people')}</TableHeader>
          <TableHeader>{t('move.outcome')}</TableHeader>
        </>
      }
    >
      {standing.map((place) => (
        <tr key={`${String(place.version)}-${place.nodeId}`}>
          <TableCell className="tabular-nums">{place.version}</TableCell>
          <TableCell className="break-words">{place.nodeName || place.nodeId}</TableCell>
          <TableCell className="text-right tabular-nums">{format.number(place.count)}</TableCell>
          <TableCell className={cx(place.outcome !== 'moves' && 'text-warning-text')}>
            {t(`move.outcomes.${place.outcome}`, { version })}
          </TableCell>
        </tr>
      ))}
    </Table>
  );
}
