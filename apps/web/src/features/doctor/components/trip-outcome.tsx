import type { RoundTrip } from '@instaflow/contracts';
import { Notice } from '@instaflow/ui';
import { useFormat } from '../../../shared/format/use-format';
import { useDoctorTexts } from '../use-doctor-texts';

export type TripOutcomeProps = { trip: RoundTrip; state: 'passed' | 'failed' };

/** How a test ended. */
export function TripOutcome({ trip, state }: TripOutcomeProps) {
  const t = useDoctorTexts();
  const format = useFormat();
  const { durationMs } = trip;
  return (
    <Notice tone={state === 'passed' ? 'success' : 'danger'}>
      <p className="font-medium">{t(`trip.${state}`)}</p>
      <p>{trip.sentence}</p>
      {durationMs !== null && (
        <p>
          {durationMs < 1_000
            ? t('trip.tookNoTime')
            : t('trip.took', { seconds: format.number(Math.round(durationMs / 100) / 10) })}
        </p>
      )}
    </Notice>
  );
}
