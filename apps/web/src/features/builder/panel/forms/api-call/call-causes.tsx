import { callCauses } from '../../../../../shared/calls/call-cause';
import { useCauseText } from '../../../../../shared/calls/use-cause-text';
import { useTexts } from '../../../texts/use-texts';

/** When which way out is taken, and everything that leads to “Failed”. */
export function CallCauses() {
  const t = useTexts();
  const causeText = useCauseText();
  return (
    <section className="flex flex-col gap-2 rounded-md bg-sunken p-3 text-sm">
      <p>{t('call.nextMeans')}</p>
      <p>{t('call.errorMeans')}</p>
      <details>
        <summary className="font-medium">{t('call.causes')}</summary>
        <ul className="mt-2 flex list-disc flex-col gap-1 pl-5 text-ink-muted">
          {callCauses.map((cause) => (
            <li key={cause} className="first-letter:uppercase">
              {causeText(cause)}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
