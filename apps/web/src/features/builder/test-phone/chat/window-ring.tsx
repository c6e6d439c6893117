import { instagramLimits } from '@instaflow/flow-model';
import { Tooltip } from '@instaflow/ui';
import { useTexts } from '../../texts/use-texts';
import { usePhone } from '../state/use-phone';

const radius = 9;
const around = 2 * Math.PI * radius;
const hourMs = 3_600_000;

/** How much is left of the 24 hours in which the account may write. */
export function WindowRing() {
  const t = useTexts();
  const leftMs = usePhone(({ talk }) => (talk.conversation.windowExpiresAt ?? talk.now) - talk.now);
  const isKnown = usePhone(({ talk }) => talk.conversation.windowExpiresAt !== null);
  const left = Math.max(0, Math.min(1, leftMs / instagramLimits.windowMs));
  const label = !isKnown
    ? t('phone.window.never')
    : left === 0
      ? t('phone.window.closed')
      : t('phone.window.open', { count: Math.ceil(leftMs / hourMs) });
  return (
    <Tooltip label={label}>
      <span
        role="img"
        aria-label={label}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- its tooltip is reached by keyboard
        tabIndex={0}
        className="grid size-7 place-items-center rounded-full"
      >
        <svg viewBox="0 0 24 24" className="size-5 -rotate-90" aria-hidden="true">
          <circle cx="12" cy="12" r={radius} fill="none" strokeWidth="3" className="stroke-line" />
          <circle
            cx="12"
            cy="12"
            r={radius}
            fill="none"
            strokeWidth="3"
            strokeDasharray={`${left * around} ${around}`}
            className={left > 0.25 ? 'stroke-success' : 'stroke-warning'}
          />
        </svg>
      </span>
    </Tooltip>
  );
}
