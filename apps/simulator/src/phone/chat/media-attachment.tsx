import { FileText } from 'lucide-react';
import type { Attachment } from '../../threads/message';

/** A picture, film, sound, file, sticker or shared post. */
export function MediaAttachment({ attachment }: { attachment: Attachment }) {
  const { type, payload } = attachment;
  const given = payload['url'];
  // Only web addresses: a `javascript:` link must never become clickable.
  const url = typeof given === 'string' && /^https?:\/\//i.test(given) ? given : undefined;
  switch (type) {
    case 'like_heart':
      return (
        <p className="sticker" role="img" aria-label="Heart sticker">
          ❤️
        </p>
      );
    case 'image':
      return <img className="media" src={url} alt="Sent to this chat" />;
    case 'video':
      return (
        <video className="media" src={url} controls>
          <track kind="captions" />
        </video>
      );
    case 'audio':
      return (
        <audio className="voice" src={url} controls>
          <track kind="captions" />
        </audio>
      );
    case 'file':
      return (
        <a className="bubble file" href={url} target="_blank" rel="noreferrer noopener">
          <FileText size={18} aria-hidden="true" /> {url?.split('/').at(-1) ?? 'File'}
        </a>
      );
    default:
      return <SharedCard type={type} url={url} title={payload['title']} />;
  }
}

const labels: Record<string, string | undefined> = {
  story_mention: 'Mentioned them in your story',
  MEDIA_SHARE: 'Post',
  share: 'Shared post',
  ig_post: 'Shared post',
  ig_reel: 'Shared reel',
  reel: 'Shared reel',
};

/** A reel's address is a page, not a picture. */
const pages = ['ig_reel', 'reel'];

function SharedCard({ type, url, title }: { type: string; url: string | undefined; title: unknown }) {
  const label = labels[type] ?? 'Attachment';
  return (
    <figure className="shared">
      {url && !pages.includes(type) && <img src={url} alt="" loading="lazy" />}
      <figcaption>
        {label}
        {typeof title === 'string' && title !== '' ? `: ${title}` : ''}
      </figcaption>
    </figure>
  );
}
