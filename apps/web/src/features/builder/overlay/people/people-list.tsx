import { Select } from '@instaflow/ui';
import { conditionKey, listOutlets } from '@instaflow/flow-model';
import { useFormat } from '../../../../shared/format/use-format';
import { useBuilder, useBuilderSession } from '../../state/builder-context';
import { nameOutlet } from '../../texts/name-outlet';
import { useTexts } from '../../texts/use-texts';
import { nodeMeasures } from '../numbers/figure-chips';
import { useFlowFigures } from '../numbers/use-flow-figures';
import type { FigureKey } from '../overlay-store';
import { useOverlayTexts } from '../overlay-texts';
import { VisitPages } from './visit-pages';

const takenPrefix = 'taken:';

/** The people behind one number of a step, and the choice of its other numbers. */
export function PeopleList({ figure }: { figure: FigureKey }) {
  const t = useOverlayTexts();
  const { overlay } = useBuilderSession();
  const { nodeId, measure, outlet } = figure;
  const choose = (value: string) => {
    const taken = value.startsWith(takenPrefix) ? value.slice(takenPrefix.length) : null;
    const plain = nodeMeasures.find((known) => known === value);
    if (taken !== null)
      overlay.setState({ panel: { kind: 'people', nodeId, measure: 'taken', outlet: taken } });
    else if (plain) overlay.setState({ panel: { kind: 'people', nodeId, measure: plain, outlet: null } });
  };
  return (
    <div className="flex flex-col gap-3">
      <Select
        aria-label={t('people.choose')}
        value={outlet === null ? measure : `${takenPrefix}${outlet}`}
        options={useFigureOptions(nodeId)}
        onChange={choose}
      />
      <p className="text-sm text-ink-muted">{t(`meaning.${measure}`)}</p>
      <VisitPages figure={figure} empty={t('people.empty')} />
    </div>
  );
}

/** Every number of a step, with its value, and of each of its connections. */
function useFigureOptions(nodeId: string): { value: string; label: string }[] {
  const t = useOverlayTexts();
  const kindText = useTexts();
  const format = useFormat();
  const { data } = useFlowFigures();
  const node = useBuilder(({ definition }) => definition.nodes.find(({ id }) => id === nodeId));
  const known = data?.nodeEngagement.find((figures) => figures.nodeId === nodeId);
  const valueOf = { ...known, reached: known?.engagements ?? 0 };
  const option = (value: string, measure: string, count: number) => ({
    value,
    label: t('chip', { measure, value: format.number(count) }),
  });
  const outlets = node
    ? listOutlets(node).filter(({ id }) =>
        node.connections.some(({ condition }) => conditionKey(condition) === id),
      )
    : [];
  return [
    ...nodeMeasures.map((measure) => option(measure, t(`measure.${measure}`), valueOf[measure] ?? 0)),
    ...outlets.map((outlet) => {
      const name = node ? nameOutlet(kindText, node, outlet) : outlet.label;
      const count = known?.outlets.find((taken) => taken.outlet === outlet.id)?.count ?? 0;
      return option(`${takenPrefix}${outlet.id}`, `${t('measure.taken')} “${name}”`, count);
    }),
  ];
}
