import { useTranslation } from 'react-i18next';

export type MessageMediaProps = { url: string; type: string };

const isWebAddress = (url: string): boolean => /^https?:\/\//i.test(url);

/** A picture, video or voice message; anything else as a link. */
export function MessageMedia({ url, type }: MessageMediaProps) {
  const { t } = useTranslation('inbox');
  if (!isWebAddress(url)) return null;
  if (type === 'image') {
    return (
      <img
        src={url}
        alt={t('kind.image')}
        loading="lazy"
        referrerPolicy="no-referrer"
        className="max-h-72 max-w-full rounded-md"
      />
    );
  }
  if (type === 'video') {
    // eslint-disable-next-line jsx-a11y/media-has-caption -- what people send has no captions to offer
    return <video src={url} controls preload="metadata" className="max-h-72 rounded-md" />;
  }
  // eslint-disable-next-line jsx-a11y/media-has-caption -- nor have voice messages
  if (type === 'audio') return <audio src={url} controls preload="metadata" />;
  return (
    <a href={url} target="_blank" rel="noopener nofollow ugc" className="underline underline-offset-2">
      {t('kind.file')}: {t('kind.open')}
    </a>
  );
}
