import { advanceRun } from '../advance-run';
import type { FlowSource } from '../flow-source';
import { createRun } from '../run/create-run';
import { buildReply } from '../run/build-reply';
import { endRun, isEnded } from '../run/run-transitions';
import type { TurnInput } from '../turn';
import type { Utterance } from './utterance';
import type { Verdict } from './verdict';
import { openingContext } from './opening-context';
import { walkEnvironment } from './walk-environment';

type Started = Pick<Verdict, 'run' | 'endedRun' | 'contact' | 'effects' | 'trace'>;

/** Begins a flow with what the person said; the contact's waiting run ends `replaced`. */
export function startFlow(
  input: TurnInput,
  { source, utterance, triggerId }: { source: FlowSource; utterance: Utterance; triggerId: string | null },
): Started {
  const { now, contact } = input;
  const { text, payload } = buildReply(utterance.events);
  const commentId = utterance.events[0]?.comment?.commentId ?? null;
  const run = createRun({
    runId: input.newRunId,
    source,
    triggerId,
    commentId,
    message: { text, payload },
    context: openingContext(utterance.events),
    now,
  });
  const environment = walkEnvironment(input, utterance, source);
  const replaced =
    input.run && !isEnded(input.run) ? endRun(input.run, 'replaced', 'new_flow_started', now) : null;
  return { ...advanceRun({ ...environment, run, contact, input: { kind: 'start' } }), endedRun: replaced };
}
