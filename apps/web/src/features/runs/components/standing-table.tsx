import type { Standing } from '@instaflow/contracts';
import type { FlowDefinition } from '@instaflow/flow-model';
import { cx, Notice, Table, TableCell, TableHeader } from '@instaflow/ui';
import { useFormat } from '../../../shared/format/use-format';
import type { RemovedFates } from '../../builder/publish/removed-fate';
import { nameKind } from '../../builder/texts/name-kind';
import { useTexts } from '../../builder/texts/use-texts';
import { useRunTexts } from '../use-run-texts';

export type StandingTableProps = {
  standing: readonly Standing[];
  version: number;
  fates: RemovedFates;
  /** The version they are moved to; undefined while it is not known. */
  definition: FlowDefinition | undefined;
};

/** Where people stand in other versions, and what a move does to them. */
export function StandingTable({ standing, version, fates, definition }: StandingTableProps) {
  const t = useRunTexts();
  const kindText = useTexts();
  const format = useFormat();
  if (standing.length === 0) return <Notice tone="success">{t('move.nobody', { version })}</Notice>;
  const fateOf = ({ outcome, nodeId }: Standing) => (outcome === 'moves' ? undefined : fates[nodeId]);
  const isStaying = (place: Standing) =>
    place.outcome !== 'moves' && (fateOf(place)?.kind ?? 'finish') === 'finish';
  const outcomeOf = (place: Standing): string => {
    const { outcome } = place;
    const fate = fateOf(place);
    if (fate?.kind === 'end') return t('move.outcomes.ends');
    if (fate?.kind !== 'goOn') return t(`move.outcomes.${outcome}`, { version });
    const target = definition?.nodes.find(({ id }) => id === fate.nodeId);
    const step = target ? target.name || nameKind(kindText, target.type) : fate.nodeId;
    return t('move.outcomes.goesOn', { step });
  };
  return (
    <Table
      label={t('move.title', { version })}
      head={
        <>
          <TableHeader className="max-sm:hidden">{t('move.from')}</TableHeader>
          <TableHeader>{t('move.step')}</TableHeader>
          <TableHeader className="text-right">{t('move.people')}</TableHeader>
          <TableHeader>{t('move.outcome')}</TableHeader>
        </>
      }
    >
      {standing.map((place) => (
        <tr key={`${String(place.version)}-${place.nodeId}`}>
          <TableCell className="tabular-nums max-sm:hidden">{place.version}</TableCell>
          <TableCell className="break-words">{place.nodeName || place.nodeId}</TableCell>
          <TableCell className="text-right tabular-nums">{format.number(place.count)}</TableCell>
          <TableCell className={cx(isStaying(place) && 'text-warning-text')}>{outcomeOf(place)}</TableCell>
        </tr>
      ))}
    </Table>
  );
}
