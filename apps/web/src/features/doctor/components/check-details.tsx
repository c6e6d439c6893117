import type { DoctorCheck } from '@instaflow/contracts';
import { useDoctorTexts } from '../use-doctor-texts';

export type CheckDetailsProps = { details: DoctorCheck['details'] };

/** Codes and names for whoever runs the program, as the server has them; folded away. */
export function CheckDetails({ details }: CheckDetailsProps) {
  const t = useDoctorTexts();
  const told = Object.entries(details).filter(([, value]) => value !== null && textOf(value) !== '');
  if (told.length === 0) return null;
  return (
    <details className="text-sm">
      <summary className="w-fit text-ink-muted touch:py-2">{t('details')}</summary>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 pt-1 font-mono text-xs">
        {told.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-muted">{name}</dt>
            <dd className="break-words">{textOf(value)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

const textOf = (value: DoctorCheck['details'][string]): string =>
  Array.isArray(value) ? value.join(', ') : String(value);
