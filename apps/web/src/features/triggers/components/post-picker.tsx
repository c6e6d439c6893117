import { Button, cx, Field, Input, Skeleton } from '@instaflow/ui';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadError } from '../../../shared/components/load-error';
import { usePosts } from '../api/use-posts';
import { PostTile } from './post-tile';

export type PostPickerProps = {
  permalink: string;
  error: string | null;
  onChange: (permalink: string) => void;
};

/** Posts to choose one from; its address can be pasted instead, for one that is not listed. */
export function PostPicker({ permalink, error, onChange }: PostPickerProps) {
  const { t } = useTranslation('triggers');
  const name = useId();
  const list = usePosts();
  const posts = list.data?.pages.flatMap((page) => page.posts) ?? [];
  return (
    <div className="flex flex-col gap-3">
      <fieldset className="flex flex-col gap-2">
        <legend className="sr-only">{t('posts.label')}</legend>
        {list.isPending && <LoadingTiles label={t('posts.loading')} />}
        {list.isError && (
          <LoadError error={list.error} isRetrying={list.isFetching} onRetry={() => void list.refetch()} />
        )}
        {list.isSuccess && posts.length === 0 && <p className="text-sm text-ink-muted">{t('posts.none')}</p>}
        <div
          className={cx(
            'grid max-h-80 grid-cols-3 gap-2 overflow-y-auto p-0.5 sm:grid-cols-4',
            posts.length === 0 && 'hidden',
          )}
        >
          {posts.map((post) => (
            <PostTile
              key={post.mediaId}
              post={post}
              name={name}
              isChosen={post.permalink !== null && post.permalink === permalink.trim()}
              onChoose={onChange}
            />
          ))}
        </div>
        {list.hasNextPage && (
          <Button
            size="sm"
            className="self-center"
            isBusy={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {t('posts.more')}
          </Button>
        )}
      </fieldset>
      <Field label={t('posts.address')} hint={t('posts.addressHint')} error={error}>
        <Input type="url" value={permalink} onChange={(event) => onChange(event.target.value)} />
      </Field>
    </div>
  );
}

function LoadingTiles({ label }: { label: string }) {
  return (
    <div role="status" className="grid grid-cols-3 gap-2 sm:grid-cols-4">
      <span className="sr-only">{label}</span>
      {Array.from({ length: 4 }, (_, index) => (
        <Skeleton key={index} className="aspect-4/5" />
      ))}
    </div>
  );
}
