import type { ShareLink } from '@instaflow/contracts';
import { Button, ConfirmDialog, Notice, SkeletonRows, toast } from '@instaflow/ui';
import { useState } from 'react';
import { useErrorText } from '../../../../shared/components/use-error-text';
import { useFormat } from '../../../../shared/format/use-format';
import { useTexts } from '../../texts/use-texts';
import { usePublishTexts } from '../publish-texts';
import { useShareLinks } from './use-share-links';

/** The links that work, each with its end and the button that ends it now. */
export function LinkList() {
  const t = usePublishTexts();
  const builderText = useTexts();
  const errorText = useErrorText();
  const { list } = useShareLinks();
  return (
    <section aria-label={t('share.list')} className="flex flex-col gap-1">
      <h3 className="text-sm font-semibold">{t('share.list')}</h3>
      {list.error && (
        <Notice
          tone="danger"
          role="alert"
          action={
            <Button size="sm" onClick={() => void list.refetch()}>
              {builderText('retry')}
            </Button>
          }
        >
          {t('share.failed')} {errorText(list.error)}
        </Notice>
      )}
      {list.isPending && <SkeletonRows label={builderText('loading')} count={1} />}
      {list.data?.length === 0 && <p className="text-sm text-ink-muted">{t('share.none')}</p>}
      <ul className="flex flex-col">
        {list.data?.map((link) => (
          <LinkRow key={link.shareLinkId} link={link} />
        ))}
      </ul>
    </section>
  );
}

function LinkRow({ link: { shareLinkId, createdAt, createdByName, expiresAt } }: { link: ShareLink }) {
  const t = usePublishTexts();
  const builderText = useTexts();
  const format = useFormat();
  const errorText = useErrorText();
  const { revoke } = useShareLinks();
  const [isAsked, setAsked] = useState(false);
  const until = format.date(expiresAt);
  const date = format.date(createdAt);
  return (
    <li className="flex items-center justify-between gap-3 border-b border-line py-2 last:border-0">
      <span className="flex min-w-0 flex-col">
        <span title={format.exact(expiresAt)}>{t('share.expires', { date: until })}</span>
        <span className="text-sm break-words text-ink-muted">
          {createdByName === null
            ? t('share.byNobody', { date })
            : t('share.by', { name: createdByName, date })}
        </span>
      </span>
      <Button
        size="sm"
        variant="dangerGhost"
        aria-label={t('share.revokeOne', { date: until })}
        onClick={() => {
          setAsked(true);
        }}
      >
        {t('share.revoke')}
      </Button>
      <ConfirmDialog
        isDangerous
        isOpen={isAsked}
        title={t('share.revokeTitle')}
        description={t('share.revokeText')}
        confirmLabel={t('share.revoke')}
        cancelLabel={builderText('cancel')}
        isBusy={revoke.isPending}
        error={revoke.isError && t('share.revokeFailed', { reason: errorText(revoke.error) })}
        onOpenChange={setAsked}
        onConfirm={() => {
          // The row goes with the link, so what is to be told then is told from here.
          revoke.mutateAsync(shareLinkId).then(
            () => {
              toast.success(t('share.revoked'));
            },
            () => undefined,
          );
        }}
      />
    </li>
  );
}
