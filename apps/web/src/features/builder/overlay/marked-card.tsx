import { cx } from '@instaflow/ui';
import type { LucideIcon } from 'lucide-react';

/** Lies over a card that is not what one is to look at. */
export function CardVeil() {
  return <span className="pointer-events-none absolute -inset-px rounded-lg bg-canvas/55" />;
}

export type CardFrameProps = {
  /** A card too small to be read has the sign in its middle. */
  isFlat: boolean;
  icon: LucideIcon;
  label: string;
  ringClass: string;
  tagClass: string;
};

/** Around a card that is what one is to look at: a ring, a sign and a word. */
export function CardFrame({ isFlat, icon: Icon, label, ringClass, tagClass }: CardFrameProps) {
  if (isFlat) {
    return (
      <span
        className={cx('absolute inset-0 grid place-items-center outline-10 -outline-offset-10', ringClass)}
      >
        <Icon aria-label={label} className="size-14" />
      </span>
    );
  }
  return (
    <>
      <span
        aria-hidden="true"
        className={cx('pointer-events-none absolute -inset-1 rounded-xl outline-3', ringClass)}
      />
      <span
        className={cx(
          'pointer-events-none absolute -top-6 left-3 inline-flex h-6 items-center gap-1 rounded-full px-2 text-xs font-semibold outline-2',
          tagClass,
        )}
      >
        <Icon aria-hidden="true" className="size-3.5" strokeWidth={2.5} />
        {label}
      </span>
    </>
  );
}
