import type { OutgoingMessage } from '@instaflow/flow-engine';
import { FileText } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '../../texts/use-texts';
import { ImageSpot } from './image-spot';

export type SentMediaProps = {
  media: NonNullable<OutgoingMessage['media']>;
  /** Fills the card it is on. */
  isFlush?: boolean;
};

/** A picture, video, sound or file the account sends; its address where it cannot be shown. */
export function SentMedia({ media: { type, url }, isFlush = false }: SentMediaProps) {
  const t = useTexts();
  const [brokenUrl, setBrokenUrl] = useState<string | null>(null);
  const look = isFlush ? 'block h-32 w-full object-cover' : 'block w-56 max-w-full rounded-2xl';
  if (brokenUrl === url) {
    return (
      <div className={isFlush ? '' : 'w-56 max-w-full overflow-hidden rounded-2xl'}>
        <ImageSpot label={t(`phone.media.${type}`)} />
      </div>
    );
  }
  const onError = () => {
    setBrokenUrl(url);
  };
  switch (type) {
    case 'image':
      return (
        <img
          src={url}
          alt={t('phone.media.image')}
          referrerPolicy="no-referrer"
          className={look}
          onError={onError}
        />
      );
    case 'video':
      return (
        // eslint-disable-next-line jsx-a11y/media-has-caption -- the account's own file, which has none
        <video src={url} controls preload="metadata" className={look} onError={onError} />
      );
    case 'audio':
      return (
        // eslint-disable-next-line jsx-a11y/media-has-caption -- the account's own file, which has none
        <audio src={url} controls preload="none" className="w-60 max-w-full" onError={onError} />
      );
    case 'file':
      return (
        <a
          href={url}
          target="_blank"
          rel="noopener noreferrer"
          className="phone-bubble flex items-center gap-2 rounded-2xl px-3.5 py-2"
        >
          <FileText aria-hidden="true" className="size-4 shrink-0" />
          <span className="min-w-0 break-all">{url.split('/').at(-1)}</span>
        </a>
      );
  }
}
