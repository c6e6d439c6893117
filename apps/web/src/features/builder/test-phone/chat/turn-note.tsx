import { useBuilderSession } from '../../state/builder-context';
import { useTexts } from '../../texts/use-texts';
import { usePhone, usePhoneStore } from '../state/use-phone';
import { usePhoneWorld } from '../world/phone-world';

/** Says what the chat alone does not: that nothing answered, another flow did, or the flow has ended. */
export function TurnNote() {
  const t = useTexts();
  const { flowId } = useBuilderSession();
  const { flowName } = usePhoneWorld();
  const last = usePhone(({ talk }) => talk.turns.at(-1));
  const run = usePhone(({ talk }) => talk.run);
  const isLatest = usePhone(({ talk }) => last?.move === talk.moves - 1);
  if (!last || !isLatest) return null;
  const isUnanswered = last.cause === 'event' && last.steps.length === 0;
  const other = run !== null && run.rootFlowId !== flowId ? flowName(run.rootFlowId) : null;
  const text = isUnanswered
    ? t('phone.note.unanswered')
    : other !== null
      ? t('phone.note.otherFlow', { name: other })
      : last.run?.status === 'completed'
        ? t('phone.note.ended')
        : null;
  if (text === null) return null;
  return (
    <p role="status" className="px-3 py-1 text-center text-sm text-ink-muted">
      {text} {isUnanswered && <WhyButton />}
    </p>
  );
}

/** Leads to the trace, which a guest does not have. */
function WhyButton() {
  const t = useTexts();
  const phone = usePhoneStore();
  const { isGuest } = usePhoneWorld();
  if (isGuest) return null;
  return (
    <button
      type="button"
      className="cursor-pointer underline underline-offset-2"
      onClick={() => {
        phone.getState().showSide('trace');
      }}
    >
      {t('phone.note.why')}
    </button>
  );
}
