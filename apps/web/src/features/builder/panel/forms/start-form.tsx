import { IconButton, Notice, Skeleton } from '@instaflow/ui';
import { X } from 'lucide-react';
import { Link } from 'react-router';
import { useErrorText } from '../../../../shared/components/use-error-text';
import { useFlowTriggers } from '../../api/use-flow-triggers';
import { useBuilder, useBuilderSession } from '../../state/builder-context';
import { useTexts } from '../../texts/use-texts';
import { AddTrigger } from './add-trigger';

/** What starts the flow. Triggers take effect at once: they are not part of the draft. */
export function StartForm() {
  const t = useTexts();
  const errorText = useErrorText();
  const { accountId } = useBuilderSession();
  const isReadOnly = useBuilder((state) => state.isReadOnly);
  const { list, add, remove } = useFlowTriggers();
  return (
    <section aria-label={t('triggers.title')} className="flex flex-col gap-3">
      <header className="flex items-baseline justify-between gap-2">
        <h3 className="text-sm font-medium">{t('triggers.title')}</h3>
        <Link to={`/accounts/${accountId}/triggers`} className="text-sm text-accent-text hover:underline">
          {t('triggers.all')}
        </Link>
      </header>
      {list.isPending && <Skeleton className="h-10" />}
      {list.isError && (
        <Notice tone="danger" role="alert">
          {t('triggers.failed')} {errorText(list.error)}
        </Notice>
      )}
      {list.data?.length === 0 && <Notice tone="warning">{t('triggers.none')}</Notice>}
      <ul className="flex flex-col gap-1.5 empty:hidden">
        {list.data?.map(({ triggerId, type, keyword, status }) => (
          <li
            key={triggerId}
            className="flex items-center gap-2 rounded-md border border-line py-1 pr-1 pl-3"
          >
            <span className="flex min-w-0 flex-1 flex-col">
              <span className="text-xs text-ink-muted">
                {t(`triggers.type.${type}`)}
                {status === 'inactive' && ` · ${t('triggers.inactive')}`}
              </span>
              {keyword && <span className="truncate font-medium">{keyword}</span>}
            </span>
            {!isReadOnly && (
              <IconButton
                size="sm"
                hasTooltip={false}
                label={t('triggers.delete', { name: keyword ?? t(`triggers.type.${type}`) })}
                onClick={() => {
                  remove.mutate(triggerId);
                }}
              >
                <X aria-hidden="true" />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      {!isReadOnly && <AddTrigger add={add} />}
      {(add.error ?? remove.error) && (
        <Notice tone="danger" role="alert">
          {t('triggers.addFailed', { reason: errorText(add.error ?? remove.error) })}
        </Notice>
      )}
    </section>
  );
}
