import { cx } from '@instaflow/ui';
import { useFormat } from '../../../../shared/format/use-format';
import type { NodeMark } from '../overlay-store';
import { useOverlayTexts } from '../overlay-texts';

export type PathMarksProps = { mark: Extract<NodeMark, { kind: 'path' }>; isFlat: boolean };

const rings = {
  passed: 'outline-success',
  waiting: 'outline-warning',
  failed: 'outline-danger',
};
const discs = {
  passed: 'bg-success-soft text-success-text outline-success',
  waiting: 'bg-warning-soft text-warning-text outline-warning',
  failed: 'bg-danger-soft text-danger-text outline-danger',
};

/** Where a run has been: its order and time on the card; cards it never came to are faded. */
export function PathMarks({ mark, isFlat }: PathMarksProps) {
  const t = useOverlayTexts();
  const format = useFormat();
  const { state, orders, at } = mark;
  if (state === 'unlit') {
    return <span className="pointer-events-none absolute -inset-px rounded-lg bg-canvas/65" />;
  }
  if (isFlat) {
    return (
      <span
        className={cx(
          'absolute inset-0 grid place-items-center text-[52px] font-semibold tabular-nums outline-8 -outline-offset-8',
          rings[state],
        )}
      >
        {orders.join(', ')}
      </span>
    );
  }
  return (
    <>
      <span
        aria-hidden="true"
        className={cx('pointer-events-none absolute -inset-1 rounded-xl outline-3', rings[state])}
      />
      <span className="absolute -top-3.5 left-3 flex gap-1">
        {orders.map((order) => (
          <span
            key={order}
            className={cx(
              'grid h-6 min-w-6 place-items-center rounded-full px-1.5 text-xs font-semibold tabular-nums outline-2',
              discs[state],
            )}
          >
            <span className="sr-only">{t('run.visit', { order })}</span>
            <span aria-hidden="true">{order}</span>
          </span>
        ))}
      </span>
      <span className="pointer-events-none absolute top-full left-0 flex w-full gap-2 pt-2 text-xs">
        {at && (
          <time dateTime={at} title={format.exact(at)} className="text-ink-muted tabular-nums">
            {format.dayMonth(at)}, {format.time(at)}
          </time>
        )}
        {state !== 'passed' && (
          <span
            className={state === 'failed' ? 'font-medium text-danger-text' : 'font-medium text-warning-text'}
          >
            {t(`state.${state}`)}
          </span>
        )}
      </span>
    </>
  );
}
