import { Button, Field, Notice, Select } from '@instaflow/ui';
import { Link } from 'lucide-react';
import { useState } from 'react';
import { CopyLine } from '../../../../shared/components/copy-line';
import { useErrorText } from '../../../../shared/components/use-error-text';
import { useFormat } from '../../../../shared/format/use-format';
import { usePublishTexts } from '../publish-texts';
import { useShareLinks } from './use-share-links';

const periods = ['1', '7', '14', '30'] as const;

/** How long a new link works, the button that makes it, and the link itself. */
export function NewLink() {
  const t = usePublishTexts();
  const format = useFormat();
  const errorText = useErrorText();
  const { list, create } = useShareLinks();
  const link = create.data;
  const isEnded =
    link && !list.isFetching && !list.data?.some(({ shareLinkId }) => shareLinkId === link.shareLinkId);
  const [days, setDays] = useState<(typeof periods)[number]>('7');
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate(Number(days));
      }}
    >
      <div className="flex items-end gap-2">
        <Field label={t('share.days')} className="w-40">
          <Select
            value={days}
            options={periods.map((value) => ({ value, label: t(`share.days_${value}`) }))}
            onChange={setDays}
          />
        </Field>
        <Button type="submit" variant="primary" isBusy={create.isPending}>
          <Link aria-hidden="true" />
          {t('share.create')}
        </Button>
      </div>
      {create.isError && (
        <Notice tone="danger" role="alert">
          {t('share.createFailed', { reason: errorText(create.error) })}
        </Notice>
      )}
      {link && !isEnded && (
        <div role="status" className="flex flex-col gap-1.5">
          <CopyLine text={link.url} />
          <p className="text-sm text-ink-muted">
            {t('share.created')} {t('share.expires', { date: format.date(link.expiresAt) })}.
          </p>
        </div>
      )}
    </form>
  );
}
