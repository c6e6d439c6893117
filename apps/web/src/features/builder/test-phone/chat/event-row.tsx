import type { InboundEvent } from '@instaflow/flow-engine';
import { useTexts } from '../../texts/use-texts';
import { ImageSpot } from './image-spot';

/** What the person did: on the right, or on a post or story of its own. */
export function EventRow({ event }: { event: InboundEvent }) {
  const t = useTexts();
  const { kind, text, payload } = event;
  if (kind === 'comment') {
    return (
      <figure className="w-11/12 self-center overflow-hidden rounded-xl border border-line">
        <ImageSpot label={event.comment?.isLive ? t('phone.card.live') : t('phone.card.post')} />
        <figcaption className="px-3 py-2 text-sm">
          <span className="font-semibold">{t('phone.you')}</span> {text}
        </figcaption>
      </figure>
    );
  }
  if (kind === 'referral') {
    return (
      <p className="self-center text-center text-sm text-ink-muted">
        {t('phone.card.link', { ref: payload ?? '' })}
      </p>
    );
  }
  return (
    <div className="flex max-w-4/5 flex-col items-end gap-1 self-end">
      <span className="sr-only">{t('phone.you')}:</span>
      {kind === 'story_reply' && <StoryCard label={t('phone.card.storyReply')} />}
      {kind === 'story_mention' && <StoryCard label={t('phone.card.storyMention')} />}
      {kind === 'media' && <StoryCard label={t('phone.card.picture')} />}
      {(text ?? payload) !== null && (
        <p className="phone-own rounded-2xl px-3.5 py-2 break-words whitespace-pre-wrap">{text ?? payload}</p>
      )}
    </div>
  );
}

function StoryCard({ label }: { label: string }) {
  return (
    <div className="w-40 overflow-hidden rounded-xl border border-line">
      <ImageSpot label={label} />
    </div>
  );
}
