import { useTexts } from '../../texts/use-texts';
import { usePhoneWorld } from '../world/phone-world';
import type { QuickReply } from './find-quick-replies';

/** What a person of the test phone shares when Instagram offers what it knows of them. */
const known = { user_email: 'guest@example.com', user_phone_number: '+15550100' };

/** The answers to tap below the last message. They go with the tap. */
export function QuickReplies({ replies }: { replies: readonly QuickReply[] }) {
  const t = useTexts();
  const { play } = usePhoneWorld();
  if (replies.length === 0) return null;
  return (
    <div role="group" aria-label={t('phone.quickReplies')} className="flex gap-2 overflow-x-auto px-3 py-2">
      {replies.map(({ type, title, payload }, index) => (
        <button
          key={`${payload}${index}`}
          type="button"
          className="min-h-9 shrink-0 cursor-pointer rounded-full border border-accent-text px-3.5 text-sm font-semibold text-accent-text hover:bg-accent-soft touch:min-h-10"
          onClick={() => {
            play(
              type ? { kind: 'text', text: known[type] } : { kind: 'tap', payload, title, as: 'quick_reply' },
            );
          }}
        >
          {title}
        </button>
      ))}
    </div>
  );
}
