import type { InstagramAccount, RoundTrip } from '@instaflow/contracts';
import { Button, Spinner } from '@instaflow/ui';
import { Smartphone } from 'lucide-react';
import { useTestPhoneUrl } from '../../../shared/account/use-test-phone-url';
import { CopyLine } from '../../../shared/components/copy-line';
import { useNow } from '../../../shared/format/use-now';
import { tripProgress } from '../trip-progress';
import { useDoctorTexts } from '../use-doctor-texts';

export type TripWaitingProps = { trip: RoundTrip; account: InstagramAccount };

/** What to write where, and how much time is left. */
export function TripWaiting({ trip, account }: TripWaitingProps) {
  const t = useDoctorTexts();
  const phoneUrl = useTestPhoneUrl();
  const { share, left } = tripProgress(trip, useNow(1_000));
  return (
    <>
      {trip.phrase === null ? (
        <p>{trip.sentence}</p>
      ) : (
        <div className="flex flex-col items-start gap-2">
          <p>{t('trip.phrase', { username: account.instagramUsername })}</p>
          <div className="w-full max-w-sm">
            <CopyLine text={trip.phrase} />
          </div>
          {phoneUrl && (
            <Button asChild size="sm">
              <a href={phoneUrl} target="_blank" rel="noopener noreferrer">
                <Smartphone aria-hidden="true" />
                {t('trip.openPhone')}
              </a>
            </Button>
          )}
        </div>
      )}
      <div className="flex flex-col gap-1.5">
        <div
          role="progressbar"
          aria-label={t('trip.progress')}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(share * 100)}
          className="h-1.5 overflow-hidden rounded-full bg-sunken"
        >
          <div className="h-full bg-accent transition-[width]" style={{ width: `${share * 100}%` }} />
        </div>
        <p className="flex items-center gap-2 text-sm text-ink-muted">
          <Spinner />
          {trip.sentAt === null ? t('trip.waiting') : t('trip.waitingSent')}
          {/* Every second anew: not for screen readers. */}
          <span aria-hidden="true" className="ml-auto tabular-nums">
            {t('trip.left', { time: left })}
          </span>
        </p>
      </div>
    </>
  );
}
