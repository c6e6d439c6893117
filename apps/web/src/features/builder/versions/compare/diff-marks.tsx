import { cx } from '@instaflow/ui';
import type { NodeMark } from '../../overlay/overlay-store';
import { changeIcons } from '../../publish/change-badge';
import { usePublishTexts } from '../../publish/publish-texts';

export type DiffMarksProps = { mark: Extract<NodeMark, { kind: 'diff' }>; isFlat: boolean };

const rings = {
  added: 'outline-success',
  changed: 'outline-warning',
  removed: 'outline-danger outline-dashed',
};
const tags = {
  added: 'bg-success-soft text-success-text outline-success',
  changed: 'bg-warning-soft text-warning-text outline-warning',
  removed: 'bg-danger-soft text-danger-text outline-danger',
};

/** What became of a step: a ring, a sign and a word; what is gone is drawn as a ghost, what is the same is faded. */
export function DiffMarks({ mark: { change }, isFlat }: DiffMarksProps) {
  const t = usePublishTexts();
  if (change === 'same') {
    return <span className="pointer-events-none absolute -inset-px rounded-lg bg-canvas/55" />;
  }
  const Icon = changeIcons[change];
  if (isFlat) {
    return (
      <span
        className={cx(
          'absolute inset-0 grid place-items-center outline-10 -outline-offset-10',
          rings[change],
        )}
      >
        <Icon aria-label={t(`changes.${change}`)} className="size-14" />
      </span>
    );
  }
  return (
    <>
      {change === 'removed' && (
        <span className="pointer-events-none absolute -inset-px rounded-lg bg-canvas/55" />
      )}
      <span
        aria-hidden="true"
        className={cx('pointer-events-none absolute -inset-1 rounded-xl outline-3', rings[change])}
      />
      <span
        className={cx(
          'pointer-events-none absolute -top-6 left-3 inline-flex h-6 items-center gap-1 rounded-full px-2 text-xs font-semibold outline-2',
          tags[change],
        )}
      >
        <Icon aria-hidden="true" className="size-3.5" strokeWidth={2.5} />
        {t(`changes.${change}`)}
      </span>
    </>
  );
}
