import type { InstagramPost } from '@instaflow/contracts';
import { cx } from '@instaflow/ui';
import { Check, Clapperboard, MessageCircle } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/format/use-format';

export type PostTileProps = {
  post: InstagramPost;
  /** Of the group of radio buttons. */
  name: string;
  isChosen: boolean;
  onChoose: (permalink: string) => void;
};

/** One post: its picture or, without one, its caption; when it was published and how much is written below it. */
export function PostTile({ post, name, isChosen, onChoose }: PostTileProps) {
  const { t } = useTranslation('triggers');
  const format = useFormat();
  const { permalink, thumbnailUrl, publishedAt, commentCount, productType } = post;
  const caption = post.caption?.trim() || t('posts.noCaption');
  const date = publishedAt === null ? '' : format.dayMonth(publishedAt);
  return (
    <label
      title={caption}
      className={cx(
        'relative flex aspect-4/5 cursor-pointer flex-col overflow-hidden rounded-md bg-sunken ring-1 ring-line has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ring',
        isChosen && 'ring-2 ring-accent',
        permalink === null && 'cursor-not-allowed opacity-60',
      )}
    >
      <input
        type="radio"
        name={name}
        className="sr-only"
        checked={isChosen}
        disabled={permalink === null}
        aria-label={[caption, date].filter(Boolean).join(', ')}
        onChange={() => permalink !== null && onChoose(permalink)}
      />
      <PostPicture url={thumbnailUrl} caption={caption} />
      <span
        aria-hidden="true"
        className="flex items-center gap-1.5 bg-surface px-1.5 py-1 text-xs text-ink-muted"
      >
        {productType === 'REELS' && <Clapperboard className="size-3 shrink-0" />}
        <span className="min-w-0 flex-1 truncate">{date}</span>
        {commentCount !== null && (
          <>
            <MessageCircle className="size-3 shrink-0" />
            {commentCount}
          </>
        )}
      </span>
      {isChosen && (
        <span
          aria-hidden="true"
          className="absolute top-1.5 right-1.5 grid size-5 place-items-center rounded-full bg-accent text-accent-ink"
        >
          <Check className="size-3.5" strokeWidth={3} />
        </span>
      )}
    </label>
  );
}

function PostPicture({ url, caption }: { url: string | null; caption: string }) {
  const [isBroken, setIsBroken] = useState(false);
  if (url === null || isBroken) {
    return <span className="line-clamp-5 min-h-0 flex-1 overflow-hidden p-2 text-xs">{caption}</span>;
  }
  return (
    <img
      src={url}
      alt=""
      loading="lazy"
      referrerPolicy="no-referrer"
      className="min-h-0 w-full flex-1 object-cover"
      onError={() => setIsBroken(true)}
    />
  );
}
