import { FileText, Image, Music, Video, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '../texts/use-texts';

type MediaType = 'image' | 'video' | 'audio' | 'file';
const icons: Record<MediaType, LucideIcon> = { image: Image, video: Video, audio: Music, file: FileText };

/** A thumbnail of what a message shows; an icon where there is none to show. */
export function CardMedia({ url, mediaType }: { url: string; mediaType: string }) {
  const t = useTexts();
  const [failedUrl, setFailedUrl] = useState<string | null>(null);
  const kind: MediaType =
    mediaType === 'video' || mediaType === 'audio' || mediaType === 'file' ? mediaType : 'image';
  const Icon = icons[kind];
  const isPicture = kind === 'image' && failedUrl !== url && /^https?:\/\//.test(url);
  return (
    <span className="grid h-full place-items-center overflow-hidden rounded-lg bg-sunken text-ink-faint">
      {isPicture ? (
        <img
          src={url}
          alt=""
          loading="lazy"
          draggable={false}
          referrerPolicy="no-referrer"
          onError={() => {
            setFailedUrl(url);
          }}
          className="size-full object-cover"
        />
      ) : (
        <span className="flex items-center gap-2 text-xs">
          <Icon aria-hidden="true" className="size-4" />
          {t(`card.media_${kind}`)}
        </span>
      )}
    </span>
  );
}
