import type { Trigger } from '@instaflow/contracts';
import { Button, Notice, Skeleton } from '@instaflow/ui';
import { Plus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { useErrorText } from '../../../../shared/components/use-error-text';
import { useFlowTriggers } from '../../api/use-flow-triggers';
import { useBuilder, useBuilderSession } from '../../state/builder-context';
import { useTexts } from '../../texts/use-texts';
import { AddTrigger } from './add-trigger';
import { TriggerItem } from './trigger-item';

const FlowTriggerDialog = lazy(async () => ({
  default: (await import('../../../triggers/components/flow-trigger-dialog')).FlowTriggerDialog,
}));

/** What starts the flow. Triggers take effect at once: they are not part of the draft. */
export function StartForm() {
  const t = useTexts();
  const errorText = useErrorText();
  const { accountId } = useBuilderSession();
  const isReadOnly = useBuilder((state) => state.isReadOnly);
  const { list, add, remove } = useFlowTriggers();
  const [edited, setEdited] = useState<Trigger | 'new' | null>(null);
  return (
    <section aria-label={t('triggers.title')} className="flex flex-col gap-3">
      <header className="flex items-baseline justify-between gap-2">
        <h3 className="text-sm font-medium">{t('triggers.title')}</h3>
        <Link to={`/accounts/${accountId}/triggers`} className="text-sm text-accent-text hover:underline">
          {t('triggers.all')}
        </Link>
      </header>
      <TriggerItems list={list} remove={remove} onEdit={isReadOnly ? null : setEdited} />
      {!isReadOnly && <AddTrigger add={add} />}
      <TriggerForm
        edited={edited}
        onNew={
          isReadOnly
            ? null
            : () => {
                setEdited('new');
              }
        }
        onClose={() => {
          setEdited(null);
        }}
      />
      {(add.error ?? remove.error) && (
        <Notice tone="danger" role="alert">
          {t('triggers.addFailed', { reason: errorText(add.error ?? remove.error) })}
        </Notice>
      )}
    </section>
  );
}

type TriggerFormProps = {
  /** What its form is open for. */
  edited: Trigger | 'new' | null;
  /** Null for whoever may only look. */
  onNew: (() => void) | null;
  onClose: () => void;
};

function TriggerForm({ edited, onNew, onClose }: TriggerFormProps) {
  const t = useTexts();
  const { flowId } = useBuilderSession();
  return (
    <>
      {onNew && (
        <Button size="sm" className="self-start" onClick={onNew}>
          <Plus aria-hidden="true" />
          {t('triggers.more')}
        </Button>
      )}
      {edited !== null && (
        <Suspense fallback={null}>
          <FlowTriggerDialog flowId={flowId} trigger={edited === 'new' ? null : edited} onClose={onClose} />
        </Suspense>
      )}
    </>
  );
}

type TriggerItemsProps = Pick<ReturnType<typeof useFlowTriggers>, 'list' | 'remove'> & {
  /** Null for whoever may only look. */
  onEdit: ((trigger: Trigger) => void) | null;
};

function TriggerItems({ list, remove, onEdit }: TriggerItemsProps) {
  const t = useTexts();
  const errorText = useErrorText();
  return (
    <>
      {list.isPending && <Skeleton className="h-10" />}
      {list.isError && (
        <Notice tone="danger" role="alert">
          {t('triggers.failed')} {errorText(list.error)}
        </Notice>
      )}
      {list.data?.length === 0 && <Notice tone="warning">{t('triggers.none')}</Notice>}
      <ul className="flex flex-col gap-1.5 empty:hidden">
        {list.data?.map((trigger) => (
          <TriggerItem
            key={trigger.triggerId}
            trigger={trigger}
            onEdit={
              onEdit &&
              (() => {
                onEdit(trigger);
              })
            }
            onDelete={() => {
              remove.mutate(trigger.triggerId);
            }}
          />
        ))}
      </ul>
    </>
  );
}
