import { Badge } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import type { ApiOutput } from '../../../shared/api/api-types';
import { useFormat } from '../../../shared/format/use-format';
import { parseCandidates } from '../../../shared/trace/candidate';
import { CandidateList } from '../../../shared/trace/candidate-list';
import { StepList } from '../../../shared/trace/step-list';
import { parseSteps } from '../../../shared/trace/trace-step';
import { useReasonText } from '../../../shared/trace/use-reason-text';

export type TurnItemProps = { turn: ApiOutput<'listContactTurns'>['turns'][number]; isOpenAtFirst: boolean };

/** One turn: in one line what came of it, opened up why. */
export function TurnItem({ turn, isOpenAtFirst }: TurnItemProps) {
  const { t } = useTranslation('contacts');
  const format = useFormat();
  const { kindText, reasonText, turnOutcomeText } = useReasonText();
  const candidates = parseCandidates(turn.candidates);
  const steps = parseSteps(turn.steps);
  // What won, or else the last that could have: its reason says why nothing happened.
  const decisive = candidates.find((candidate) => candidate.outcome === 'chosen') ?? candidates.at(-1);
  const isAnswered = turn.flowId !== null || steps.length > 0;
  return (
    <li className="rounded-md border border-line">
      <details open={isOpenAtFirst}>
        <summary className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md px-3 py-2.5 hover:bg-hover">
          <time dateTime={turn.at} title={format.exact(turn.at)} className="text-sm text-ink-muted">
            {format.dayMonth(turn.at)}, {format.time(turn.at)}
          </time>
          <span className="min-w-0 flex-1 font-medium">
            {turn.flowName ?? (decisive ? kindText(decisive.kind) : turnOutcomeText(turn.outcome))}
            {decisive?.reason && (
              <span className="font-normal text-ink-muted"> · {reasonText(decisive.reason)}</span>
            )}
          </span>
          <Badge tone={isAnswered ? 'success' : 'neutral'}>{turnOutcomeText(turn.outcome)}</Badge>
        </summary>
        <div className="flex flex-col gap-3 px-3 pt-1 pb-3">
          {steps.length > 0 ? (
            <StepList steps={steps} />
          ) : (
            <p className="text-sm text-ink-muted">{t('timeline.noSteps')}</p>
          )}
          {candidates.length > 0 && (
            <>
              <h3 className="text-sm font-medium">
                {t('timeline.considered', { count: candidates.length })}
              </h3>
              <CandidateList candidates={candidates} />
            </>
          )}
        </div>
      </details>
    </li>
  );
}
