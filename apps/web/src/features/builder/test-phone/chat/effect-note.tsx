import type { Effect } from '@instaflow/flow-engine';
import { useBuilder, useBuilderSession } from '../../state/builder-context';
import { useTexts } from '../../texts/use-texts';
import { useReasonText } from '../../../../shared/trace/use-reason-text';
import { usePhoneWorld } from '../world/phone-world';
import type { EffectLine } from './effect-row';

/** What happens behind the conversation, in a line between the messages. Values are the trace's business. */
export function EffectNote({ line }: { line: EffectLine }) {
  const text = useNoteText(line);
  const { store } = useBuilderSession();
  const { isGuest } = usePhoneWorld();
  const nodeId = useBuilder((state) =>
    state.definition.nodes.some(({ id }) => id === line.effect.nodeId) ? line.effect.nodeId : null,
  );
  if (text === null) return null;
  const isFailure = line.effect.kind === 'notify_owner' || line.delivery === 'failed';
  const look = isFailure ? 'text-danger-text' : 'text-ink-muted';
  if (nodeId === null || isGuest) return <p className={`self-center text-center text-sm ${look}`}>{text}</p>;
  return (
    <button
      type="button"
      className={`max-w-full cursor-pointer self-center rounded-sm px-2 text-center text-sm break-words hover:underline ${look}`}
      onClick={() => {
        store.getState().goToNode(nodeId);
      }}
    >
      {text}
    </button>
  );
}

function useNoteText({ effect, delivery, reason }: EffectLine): string | null {
  const t = useTexts();
  const { reasonText } = useReasonText();
  if (effect.kind === 'http_request' && delivery === 'failed') {
    return t('phone.note.callFailed', { host: hostOf(effect), reason: reasonText(reason ?? 'failed') });
  }
  return describe(effect, t);
}

function describe(effect: Effect, t: ReturnType<typeof useTexts>): string | null {
  switch (effect.kind) {
    case 'http_request':
      return t('phone.note.call', { method: effect.request.method, host: hostOf(effect) });
    case 'request_human':
      return t('phone.note.human', { message: effect.messageToAgent ?? '' });
    case 'notify_team':
      return t('phone.note.team', { message: effect.message });
    case 'goal_reached':
      return t('phone.note.goal', { goal: effect.goal });
    case 'opt_out':
      return t('phone.note.optOut');
    case 'opt_in':
      return t('phone.note.optIn');
    case 'notify_owner':
      return t('phone.note.stopped', { message: effect.message });
    default:
      return null;
  }
}

function hostOf({ request }: Extract<Effect, { kind: 'http_request' }>): string {
  return /^https?:\/\/([^/?#]*)/i.exec(request.url)?.[1] ?? request.url;
}
