import type { DoctorCheck, DoctorFixId } from '@instaflow/contracts';
import { sortChecks } from '../summarize-report';
import { useDoctorTexts } from '../use-doctor-texts';
import { CheckItem } from './check-item';

export type CheckListProps = {
  checks: readonly DoctorCheck[];
  /** What is being mended just now. */
  busyFix: DoctorFixId | null;
  onFix: (fixId: DoctorFixId) => void;
};

/** Every check, those that need somebody first. */
export function CheckList({ checks, busyFix, onFix }: CheckListProps) {
  const t = useDoctorTexts();
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-base font-semibold">{t('checks')}</h2>
      <ul className="flex flex-col divide-y divide-line rounded-lg border border-line bg-surface">
        {sortChecks(checks).map((check) => (
          <CheckItem
            key={check.id}
            check={check}
            isFixing={check.fixId !== null && check.fixId === busyFix}
            onFix={onFix}
          />
        ))}
      </ul>
    </section>
  );
}
