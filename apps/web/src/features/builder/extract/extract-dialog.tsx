import { planExtraction, type Extraction, type ExtractionRefusal } from '@instaflow/flow-model';
import { Button, Dialog, Field, Input, Notice, toast } from '@instaflow/ui';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { FormError } from '../../../shared/forms/form-error';
import { useBuilder, useBuilderSession } from '../state/builder-context';
import { nameKind } from '../texts/name-kind';
import { useTexts } from '../texts/use-texts';
import '../texts/edit-texts';
import { StepsChanged, useExtractSteps, type ExtractedFlow } from './use-extract-steps';

const formId = 'extract-steps';

/** Makes a flow of its own of the selected steps, or says why that cannot be. */
export function ExtractDialog() {
  const isOpen = useBuilder(({ dialog }) => dialog === 'extract');
  return isOpen && <OpenDialog />;
}

function OpenDialog() {
  const t = useTexts();
  const { store } = useBuilderSession();
  const definition = useBuilder((state) => state.definition);
  const selected = useBuilder((state) => state.selectedNodeIds);
  const plan = planExtraction(definition, selected);
  const extract = useExtractSteps();
  const onDone = useTellDone();
  const close = () => {
    store.getState().setDialog(null);
  };
  return (
    <Dialog
      isOpen
      isRead={!plan.ok}
      title={t('extract.title')}
      closeLabel={t('close')}
      onOpenChange={(next) => {
        if (!next && !extract.isPending) close();
      }}
      footer={
        <>
          <Button disabled={extract.isPending} onClick={close}>
            {t(plan.ok ? 'cancel' : 'close')}
          </Button>
          {plan.ok && (
            <Button type="submit" form={formId} variant="primary" isBusy={extract.isPending}>
              {t('extract.confirm')}
            </Button>
          )}
        </>
      }
    >
      {plan.ok ? (
        <ExtractForm
          plan={plan}
          error={extract.error}
          onSubmit={(name) => {
            const onSuccess = (made: ExtractedFlow) => {
              close();
              onDone(made);
            };
            extract.mutate({ name, extraction: plan }, { onSuccess });
          }}
        />
      ) : (
        <Refusal plan={plan} />
      )}
    </Dialog>
  );
}

function ExtractForm({
  plan,
  error,
  onSubmit,
}: {
  plan: Extraction;
  error: Error | null;
  onSubmit: (name: string) => void;
}) {
  const t = useTexts();
  const nameSteps = useNameSteps();
  const [name, setName] = useState(plan.fragment.groups[0]?.name ?? nameSteps([plan.entryId], false));
  const [isMissing, setIsMissing] = useState(false);
  const count = plan.fragment.nodes.length;
  const exit = plan.exitId === null ? null : nameSteps([plan.exitId]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wanted = name.trim();
    setIsMissing(wanted === '');
    if (wanted !== '') onSubmit(wanted);
  };
  return (
    <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-4">
      <p className="text-ink-muted">
        {exit === null ? t('extract.moves', { count }) : t('extract.movesAndReturns', { count, exit })}
      </p>
      {plan.endingIds.length > 0 && (
        <Notice tone="warning">{t('extract.endings', { steps: nameSteps(plan.endingIds), exit })}</Notice>
      )}
      <Field label={t('extract.name')} error={isMissing ? t('extract.nameMissing') : null}>
        <Input value={name} maxLength={200} onChange={(event) => setName(event.target.value)} />
      </Field>
      <p className="text-sm text-ink-muted">{t('extract.published')}</p>
      {error instanceof StepsChanged ? (
        <Notice tone="danger" role="alert">
          {t('extract.changed')}
        </Notice>
      ) : (
        <FormError error={error} />
      )}
    </form>
  );
}

function Refusal({ plan: { reason, nodeIds } }: { plan: ExtractionRefusal }) {
  const t = useTexts();
  const nameSteps = useNameSteps();
  return <p className="pb-2">{t(`extract.refused.${reason}`, { steps: nameSteps(nodeIds) })}</p>;
}

/** Names of steps as part of a sentence. */
function useNameSteps() {
  const t = useTexts();
  const { i18n } = useTranslation();
  const { store } = useBuilderSession();
  return (nodeIds: readonly string[], isQuoted = true): string => {
    const { nodes } = store.getState().definition;
    const names = nodeIds.flatMap((nodeId) => {
      const node = nodes.find(({ id }) => id === nodeId);
      if (!node) return [];
      const name = node.name || nameKind(t, node.type);
      return isQuoted ? `“${name}”` : name;
    });
    return new Intl.ListFormat(i18n.language).format(names);
  };
}

function useTellDone() {
  const t = useTexts();
  const navigate = useNavigate();
  const { accountId } = useBuilderSession();
  return ({ flow: { flowId, name }, isPublished }: ExtractedFlow): void => {
    const onClick = () => void navigate(`/accounts/${accountId}/flows/${flowId}`);
    const action = { label: t('extract.open'), onClick };
    if (isPublished) toast.success(t('extract.done', { name }), { action });
    else toast.warning(t('extract.notPublished', { name }), { action });
  };
}
