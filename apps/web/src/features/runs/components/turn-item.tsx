import { Badge, type Tone } from '@instaflow/ui';
import { useState } from 'react';
import { parseCandidates } from '../../../shared/trace/candidate';
import { useReasonText } from '../../../shared/trace/use-reason-text';
import { parseSteps } from '../../../shared/trace/trace-step';
import type { ContactTurn } from '../contact-turn';
import { Moment } from './moment';
import { TurnDetails } from './turn-details';

export type TurnItemProps = { turn: ContactTurn; isOpenAtFirst: boolean };

const quiet: readonly string[] = ['nothing', 'record'];

/** One turn: in one line what came of it, opened up why. */
export function TurnItem({ turn, isOpenAtFirst }: TurnItemProps) {
  const { kindText, reasonText, turnOutcomeText } = useReasonText();
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  const candidates = parseCandidates(turn.candidates);
  // What won, or else the last that could have: its reason says why nothing happened.
  const decisive = candidates.find((candidate) => candidate.outcome === 'chosen') ?? candidates.at(-1);
  return (
    <li className="rounded-md border border-line">
      <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md px-3 py-2.5 hover:bg-hover">
          <Moment at={turn.at} className="mr-auto text-sm text-ink-muted sm:mr-0" />
          <span className="min-w-40 flex-1 font-medium break-words max-sm:order-last max-sm:basis-full">
            {turn.flowName ?? (decisive ? kindText(decisive.kind) : turnOutcomeText(turn.outcome))}
            {decisive?.reason && (
              <span className="font-normal text-ink-muted"> · {reasonText(decisive.reason)}</span>
            )}
          </span>
          <Badge tone={toneOf(turn)}>{turnOutcomeText(turn.outcome)}</Badge>
        </summary>
        {isOpen && (
          <div className="px-3 pt-1 pb-3">
            <TurnDetails turn={turn} />
          </div>
        )}
      </details>
    </li>
  );
}

function toneOf(turn: ContactTurn): Tone {
  if (parseSteps(turn.steps).some(({ outcome }) => outcome === 'failed')) return 'danger';
  return quiet.includes(turn.outcome) ? 'neutral' : 'success';
}
