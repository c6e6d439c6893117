import type { NodeEngagement } from '@instaflow/contracts';
import { SkeletonRows, Table, TableCell, TableHeader } from '@instaflow/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryView } from '../../../../shared/components/query-view';
import { useFormat } from '../../../../shared/format/use-format';
import { listFlowOrder } from '../../canvas/list-flow-order';
import { useBuilder, useBuilderSession } from '../../state/builder-context';
import { nameKind } from '../../texts/name-kind';
import { useTexts } from '../../texts/use-texts';
import { useOverlayTexts } from '../overlay-texts';
import { nodeMeasures, type NodeMeasure } from './figure-chips';
import { useFlowFigures } from './use-flow-figures';

/** The same numbers as a table, in the order of the flow: the way for the keyboard, screen readers and phones. */
export function FiguresTable() {
  const t = useOverlayTexts();
  const { t: appText } = useTranslation('app');
  const figures = useFlowFigures();
  return (
    <QueryView
      query={figures}
      skeleton={<SkeletonRows label={appText('loading')} className="h-9" count={6} />}
    >
      {({ nodeEngagement }) => (
        <Table
          label={t('table')}
          head={
            <>
              <TableHeader className="sticky left-0 bg-surface px-3">{t('columns.step')}</TableHeader>
              {nodeMeasures.map((measure) => (
                <TableHeader key={measure} className="px-2 text-right" title={t(`meaning.${measure}`)}>
                  {t(`measure.${measure}`)}
                </TableHeader>
              ))}
            </>
          }
        >
          <Rows figures={nodeEngagement} />
        </Table>
      )}
    </QueryView>
  );
}

function Rows({ figures }: { figures: readonly NodeEngagement[] }) {
  const t = useOverlayTexts();
  const kindText = useTexts();
  const definition = useBuilder((state) => state.definition);
  const rows = useMemo(() => {
    const known = new Map(figures.map((node) => [node.nodeId, node]));
    const nodes = new Map(definition.nodes.map((node) => [node.id, node]));
    const inFlow = listFlowOrder(definition).flatMap((id) => {
      const node = nodes.get(id);
      return node && node.type !== 'note' ? [{ id, node, figures: known.get(id) }] : [];
    });
    const removed = figures
      .filter(({ nodeId }) => !nodes.has(nodeId))
      .map((gone) => ({ id: gone.nodeId, node: undefined, figures: gone }));
    return [...inFlow, ...removed];
  }, [figures, definition]);
  return rows.map(({ id, node, figures: own }) => (
    <tr key={id}>
      <TableCell className="sticky left-0 h-9 max-w-36 bg-surface px-3 py-1 text-sm break-words">
        {node ? node.name || nameKind(kindText, node.type) : t('removed', { nodeId: id })}
      </TableCell>
      {nodeMeasures.map((measure) => (
        <TableCell key={measure} className="h-9 px-2 py-1 text-right text-sm tabular-nums">
          <Figure
            nodeId={id}
            measure={measure}
            value={(measure === 'reached' ? own?.engagements : own?.[measure]) ?? 0}
          />
        </TableCell>
      ))}
    </tr>
  ));
}

function Figure({ nodeId, measure, value }: { nodeId: string; measure: NodeMeasure; value: number }) {
  const format = useFormat();
  const { overlay } = useBuilderSession();
  if (value === 0) return <span className="text-ink-faint">0</span>;
  return (
    <button
      type="button"
      className="min-h-6 min-w-6 rounded-sm px-1 underline decoration-line-strong underline-offset-2 hover:decoration-accent touch:min-h-10"
      onClick={() => overlay.setState({ panel: { kind: 'people', nodeId, measure, outlet: null } })}
    >
      {format.number(value)}
    </button>
  );
}
