import type { InboundEvent, TalkTurn } from '@instaflow/flow-engine';
import { useReasonText } from '../../../../shared/trace/use-reason-text';
import { useTexts, type BuilderTexts } from '../../texts/use-texts';

/** The input of a turn, in words. */
export function useCauseText(): (turn: TalkTurn) => string {
  const t = useTexts();
  const { reasonText } = useReasonText();
  return ({ cause, events, results }) => {
    const [result] = results;
    if (cause === 'start') return t('phone.trace.cause.start');
    if (cause === 'timer') return t('phone.trace.cause.timer');
    if (cause === 'outcome' && result) {
      return t('phone.trace.cause.outcome', { outcome: reasonText(result.reason ?? result.outcome) });
    }
    return nameEvent(t, events[0]);
  };
}

type Cause = 'said' | 'comment' | 'tap' | 'storyReply' | 'storyMention' | 'link' | 'media';

const saidIn: Partial<Record<InboundEvent['kind'], Cause>> = {
  comment: 'comment',
  quick_reply: 'tap',
  postback: 'tap',
  story_reply: 'storyReply',
  story_mention: 'storyMention',
  referral: 'link',
  media: 'media',
};

function nameEvent(t: BuilderTexts, event: InboundEvent | undefined): string {
  if (!event) return t('phone.trace.cause.event');
  return t(`phone.trace.cause.${saidIn[event.kind] ?? 'said'}`, { text: event.text ?? event.payload ?? '' });
}
