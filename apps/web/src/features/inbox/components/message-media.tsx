import { FileText, ImageOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContentFile, FileKind } from '../read-content';

export type MessageMediaProps = {
  file: ContentFile;
  /** What the picture is, for those who do not see it. */
  label: string;
  /** Said in its place when it cannot be shown. */
  goneText: string;
  /** A link is left when nothing of it loads: to a page, not to a file. */
  isPage?: boolean;
  className?: string;
};

/** A picture, video, voice message or file; what is gone says so. */
export function MessageMedia({ file, label, goneText, isPage, className = 'max-h-72' }: MessageMediaProps) {
  const { t } = useTranslation('inbox');
  const [kind, setKind] = useState<FileKind | null>(file.kind);
  const { url } = file;
  const giveUp = () => {
    if (kind === 'unknown') setKind('video');
    else setKind(isPage ? 'file' : null);
  };
  if (url === null || kind === null) return <GoneMedia text={file.problem ?? goneText} />;
  switch (kind) {
    case 'image':
    case 'unknown':
      return (
        <a href={url} target="_blank" rel="noopener nofollow ugc" title={t('kind.open')}>
          <img
            src={url}
            alt={label}
            loading="lazy"
            referrerPolicy="no-referrer"
            className={`${className} min-h-24 min-w-24 max-w-full rounded-md bg-hover object-cover`}
            onError={giveUp}
          />
        </a>
      );
    case 'video':
      return <Player kind="video" url={url} label={label} className={className} onError={giveUp} />;
    case 'audio':
      return <Player kind="audio" url={url} label={label} className="" onError={giveUp} />;
    case 'file':
      return <FileLink url={url} label={isPage ? label : (file.name ?? label)} />;
  }
}

type PlayerProps = {
  kind: 'audio' | 'video';
  url: string;
  label: string;
  className: string;
  onError: () => void;
};

/** A video or voice message. What people send has no captions to offer. */
function Player({ kind: Tag, url, label, className, onError }: PlayerProps) {
  return (
    <Tag
      src={url}
      controls
      preload="metadata"
      aria-label={label}
      className={`${className} max-w-full rounded-md`}
      onError={onError}
    />
  );
}

function FileLink({ url, label }: { url: string; label: string }) {
  return (
    <a
      href={url}
      target="_blank"
      rel="noopener nofollow ugc"
      className="flex min-h-9 items-center gap-2 underline underline-offset-2"
    >
      <FileText aria-hidden="true" className="size-5 shrink-0" />
      {label}
    </a>
  );
}

function GoneMedia({ text }: { text: string }) {
  return (
    <p className="flex items-center gap-2 rounded-md border border-current/25 px-3 py-2 text-sm">
      <ImageOff aria-hidden="true" className="size-4 shrink-0" />
      {text}
    </p>
  );
}
