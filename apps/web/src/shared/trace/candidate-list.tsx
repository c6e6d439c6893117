import { cx } from '@instaflow/ui';
import { Check, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ShownCandidate } from './candidate';
import { useReasonText } from './use-reason-text';

export type CandidateListProps = { candidates: readonly ShownCandidate[] };

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Everything that could have answered: what was chosen, and why the rest was not. */
export function CandidateList({ candidates }: CandidateListProps) {
  const { t } = useTranslation('trace');
  const { kindText, reasonText } = useReasonText();
  return (
    <ul className="flex flex-col divide-y divide-line rounded-md border border-line">
      {candidates.map((candidate, index) => {
        const isChosen = candidate.outcome === 'chosen';
        const Icon = isChosen ? Check : X;
        return (
          <li key={index} className={cx('flex items-start gap-2.5 px-3 py-2', isChosen && 'bg-success-soft')}>
            <Icon
              aria-hidden="true"
              className={cx('mt-0.5 size-4 shrink-0', isChosen ? 'text-success-text' : 'text-ink-faint')}
            />
            <div className="flex min-w-0 flex-1 flex-wrap gap-x-2">
              <span className="font-medium">
                <span className="sr-only">{isChosen ? t('chosen') : t('rejected')} </span>
                {kindText(candidate.kind)}
                {candidate.name && `: ${candidate.name}`}
              </span>
              <span className="text-ink-muted">{reasonText(candidate.reason)}</span>
              {textOf(candidate.detail?.['note']) && (
                <span className="w-full text-ink-muted">“{textOf(candidate.detail?.['note'])}”</span>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
