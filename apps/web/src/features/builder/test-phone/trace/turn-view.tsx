import type { TalkTurn } from '@instaflow/flow-engine';
import { CandidateList } from '../../../../shared/trace/candidate-list';
import { useReasonText } from '../../../../shared/trace/use-reason-text';
import { useFormat } from '../../../../shared/format/use-format';
import { useTexts } from '../../texts/use-texts';
import { StepEntry } from './step-entry';
import { useCauseText } from './use-cause-text';

export type TurnViewProps = { turn: TalkTurn; isLast: boolean };

/** One decision: what set it off, what was tried, and the steps that followed. */
export function TurnView({ turn, isLast }: TurnViewProps) {
  const t = useTexts();
  const format = useFormat();
  const { reasonText } = useReasonText();
  const causeText = useCauseText();
  const { candidates, steps, run } = turn;
  const iso = new Date(turn.at).toISOString();
  const hasFailed = run?.status === 'failed';
  return (
    <li className="flex flex-col gap-1.5">
      <h3 className="flex flex-wrap items-baseline gap-x-2 text-sm font-semibold">
        <span className="min-w-0 break-words">{causeText(turn)}</span>
        <time dateTime={iso} className="font-normal text-ink-muted">
          {format.time(iso)}
        </time>
      </h3>
      {candidates.length > 0 && (
        <details open={isLast && steps.length === 0} className="text-sm">
          <summary className="w-fit cursor-pointer text-ink-muted touch:py-2">
            {t('phone.trace.tried', { count: candidates.length })}
          </summary>
          <div className="mt-1">
            <CandidateList candidates={candidates} />
          </div>
        </details>
      )}
      {steps.length > 0 && (
        <ol className="ml-1.5 flex flex-col border-l border-line">
          {steps.map((step, index) => (
            <StepEntry key={index} step={step} />
          ))}
        </ol>
      )}
      {hasFailed && run.reason !== null && (
        <p className="text-sm text-danger-text">
          {t('phone.trace.failed', { reason: reasonText(run.reason) })}
        </p>
      )}
    </li>
  );
}
