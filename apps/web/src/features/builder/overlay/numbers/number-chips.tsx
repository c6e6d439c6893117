import { cx } from '@instaflow/ui';
import { useFormat } from '../../../../shared/format/use-format';
import { useBuilderSession } from '../../state/builder-context';
import type { NodeMark } from '../overlay-store';
import { useOverlayTexts } from '../overlay-texts';
import { listChips, measureIcons, type FigureChip } from './figure-chips';

export type NumberChipsProps = {
  nodeId: string;
  mark: Extract<NodeMark, { kind: 'numbers' }>;
  isFlat: boolean;
};

/** The numbers of a step below its card; each opens its people. */
export function NumberChips({ nodeId, mark, isFlat }: NumberChipsProps) {
  const format = useFormat();
  if (isFlat) {
    const isHurt = mark.failed > 0;
    return (
      <span
        className={cx(
          'absolute inset-0 grid place-items-center text-[52px] font-semibold tabular-nums',
          isHurt ? 'text-danger-text' : mark.reached === 0 ? 'text-ink-faint' : 'text-ink',
        )}
      >
        {format.number(mark.reached)}
      </span>
    );
  }
  return (
    <span className="absolute top-full left-0 z-10 flex w-full flex-wrap gap-1 pt-1.5">
      {listChips(mark).map((chip) => (
        <NumberChip key={chip.measure} nodeId={nodeId} chip={chip} />
      ))}
    </span>
  );
}

const tones: Partial<Record<FigureChip['measure'], string>> = {
  waiting: 'border-warning-text/30 bg-warning-soft text-warning-text',
  failed: 'border-danger-text/30 bg-danger-soft text-danger-text',
  dropped: 'border-danger-text/30 bg-surface text-danger-text',
};

function NumberChip({ nodeId, chip: { measure, value, share } }: { nodeId: string; chip: FigureChip }) {
  const t = useOverlayTexts();
  const format = useFormat();
  const { overlay } = useBuilderSession();
  const Icon = measureIcons[measure];
  const words = { measure: t(`measure.${measure}`), value: format.number(value) };
  const label = share === null ? t('chip', words) : t('chipOf', { ...words, percent: format.percent(share) });
  return (
    <button
      type="button"
      // The table of numbers is the keyboard's way: on the canvas Tab leads from step to step.
      tabIndex={-1}
      aria-label={label}
      title={`${label}. ${t(`meaning.${measure}`)}`}
      onClick={(event) => {
        event.stopPropagation();
        overlay.setState({ panel: { kind: 'people', nodeId, measure, outlet: null } });
      }}
      className={cx(
        'nodrag nopan inline-flex h-6 items-center gap-1 rounded-full border px-2 text-xs font-medium tabular-nums hover:border-accent touch:h-8',
        tones[measure] ?? 'border-line bg-surface text-ink',
      )}
    >
      <Icon aria-hidden="true" className="size-3.5" />
      {format.number(value)}
      {share !== null && <span className="opacity-80">{` · ${format.percent(share)}`}</span>}
    </button>
  );
}
