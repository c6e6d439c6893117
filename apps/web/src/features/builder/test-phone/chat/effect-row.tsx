import type { TalkLine } from '@instaflow/flow-engine';
import { cx } from '@instaflow/ui';
import { useReasonText } from '../../../../shared/trace/use-reason-text';
import { useFormat } from '../../../../shared/format/use-format';
import { useTexts } from '../../texts/use-texts';
import { usePhoneWorld } from '../world/phone-world';
import { EffectNote } from './effect-note';
import { MessageContent } from './message-content';

export type EffectLine = Extract<TalkLine, { kind: 'effect' }>;

/** What the account did that the person sees, and in the middle what only happens behind. */
export function EffectRow({ line }: { line: EffectLine }) {
  const t = useTexts();
  const { username } = usePhoneWorld();
  const { effect, delivery } = line;
  const isLost = delivery === 'failed' || delivery === 'outside_window';
  switch (effect.kind) {
    case 'send_message':
    case 'private_reply':
      return (
        <div className="flex max-w-4/5 flex-col items-start gap-1 self-start">
          {effect.kind === 'private_reply' && (
            <p className="text-xs text-ink-muted">{t('phone.privateReply')}</p>
          )}
          <div className={cx('flex max-w-full flex-col gap-1', isLost && 'opacity-60')}>
            <span className="sr-only">{username}:</span>
            <MessageContent message={effect.message} isDead={isLost} />
          </div>
          <Fate line={line} />
        </div>
      );
    case 'comment_reply':
      return (
        <div className="w-11/12 self-center rounded-xl border border-line px-3 py-2 text-sm">
          <p className="text-xs text-ink-muted">{t('phone.publicReply')}</p>
          <p className="break-words">
            <span className="font-semibold">{username}</span> {effect.text}
          </p>
        </div>
      );
    default:
      return <EffectNote line={line} />;
  }
}

/** Why a message did not arrive, or until when it is held. */
function Fate({ line: { delivery, reason, heldUntil } }: { line: EffectLine }) {
  const t = useTexts();
  const format = useFormat();
  const { reasonText } = useReasonText();
  if (delivery === 'done') return null;
  if (delivery === 'held' && heldUntil !== null) {
    const time = format.time(new Date(heldUntil).toISOString());
    return <p className="text-xs text-warning-text">{t('phone.held', { time })}</p>;
  }
  return (
    <p className="text-xs text-danger-text">
      {t('phone.notSent', { reason: reasonText(reason ?? delivery) })}
    </p>
  );
}
