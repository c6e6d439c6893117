import { parseCandidates } from '../../../shared/trace/candidate';
import { CandidateList } from '../../../shared/trace/candidate-list';
import { StepList } from '../../../shared/trace/step-list';
import { parseSteps, type ShownStep } from '../../../shared/trace/trace-step';
import { useRun } from '../api/use-run';
import { findArrival } from '../arrival';
import type { ContactTurn } from '../contact-turn';
import { useRunTexts } from '../use-run-texts';
import { ArrivalLine } from './arrival-line';

export type TurnDetailsProps = {
  turn: ContactTurn;
  /** The message whose delivery is pointed out. */
  messageLogId?: string;
};

/** What arrived, what was considered, what ran, and what became of what was sent. */
export function TurnDetails({ turn, messageLogId }: TurnDetailsProps) {
  const t = useRunTexts();
  const candidates = parseCandidates(turn.candidates);
  const stored = parseSteps(turn.steps);
  const run = useRun(stored.length > 0 ? turn.runId : null);
  const known = run.data?.pages.flatMap(({ turns }) => turns).find(({ turnId }) => turnId === turn.turnId);
  const steps: readonly ShownStep[] = known ? known.steps : stored;
  return (
    <div className="flex flex-col gap-3">
      <ArrivalLine arrival={findArrival(candidates)} />
      {steps.length > 0 ? (
        <StepList steps={steps} messageLogId={messageLogId} />
      ) : (
        <p className="text-sm text-ink-muted">{t('turns.noSteps')}</p>
      )}
      {run.isError && <p className="text-sm text-warning-text">{t('turns.stepsFailed')}</p>}
      {candidates.length > 0 && (
        <>
          <h3 className="text-sm font-medium">{t('turns.considered', { count: candidates.length })}</h3>
          <CandidateList candidates={candidates} />
        </>
      )}
    </div>
  );
}
