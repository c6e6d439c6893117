import type { InstagramAccount, RoundTrip } from '@instaflow/contracts';
import { Button, Card } from '@instaflow/ui';
import { useAccess } from '../../../shared/account/use-access';
import { LoadError } from '../../../shared/components/load-error';
import { FormError } from '../../../shared/forms/form-error';
import type { useRoundTrip } from '../api/use-round-trip';
import { useDoctorTexts } from '../use-doctor-texts';
import { TripOutcome } from './trip-outcome';
import { TripWaiting } from './trip-waiting';

export type RoundTripCardProps = { account: InstagramAccount; roundTrip: ReturnType<typeof useRoundTrip> };

/** A message followed all the way here: begun by hand, watched while it travels. */
export function RoundTripCard({ account, roundTrip }: RoundTripCardProps) {
  const t = useDoctorTexts();
  const { can } = useAccess();
  const { trip, start, end } = roundTrip;
  const isWaiting = trip.data?.state === 'waiting';
  const button = isWaiting ? (
    <Button size="sm" variant="ghost" onClick={end}>
      {t('trip.close')}
    </Button>
  ) : (
    can('editFlows') && (
      <Button size="sm" isBusy={start.isPending} onClick={() => start.mutate()}>
        {trip.data ? t('trip.again') : t('trip.start')}
      </Button>
    )
  );
  return (
    <Card title={t('trip.title')} description={t('trip.text')} actions={button}>
      <div className="flex flex-col gap-3 empty:hidden" aria-live="polite">
        <FormError error={start.error} />
        {trip.data && <TripState trip={trip.data} account={account} />}
        {!trip.data && trip.error && (
          <LoadError error={trip.error} isRetrying={trip.isFetching} onRetry={() => void trip.refetch()} />
        )}
      </div>
    </Card>
  );
}

function TripState({ trip, account }: { trip: RoundTrip; account: InstagramAccount }) {
  return trip.state === 'waiting' ? (
    <TripWaiting trip={trip} account={account} />
  ) : (
    <TripOutcome trip={trip} state={trip.state} />
  );
}
