import type { Flow } from '@instaflow/contracts';
import { Button, Dialog, Field, Input, Notice } from '@instaflow/ui';
import { useState } from 'react';
import { useErrorText } from '../../../shared/components/use-error-text';
import { useFlowTriggers } from '../api/use-flow-triggers';
import { countUnsaved } from '../autosave/autosave-machine';
import { useBuilder, useBuilderSession } from '../state/builder-context';
import type { BuilderState } from '../state/builder-store';
import { useTexts } from '../texts/use-texts';
import { IssueList } from '../topbar/issue-list';
import { usePublish } from './use-publish';

/** What stands in the way of publishing, what is worth a look, and the button. */
export function PublishDialog({ flow }: { flow: Flow }) {
  const t = useTexts();
  const { store } = useBuilderSession();
  const isOpen = useBuilder(({ dialog }) => dialog === 'publish');
  return (
    <Dialog
      size="lg"
      isOpen={isOpen}
      title={flow.publishedVersion === null ? t('publish.title') : t('publish.again')}
      description={t('publish.description')}
      closeLabel={t('close')}
      onOpenChange={(next) => {
        if (!next) store.getState().setDialog(null);
      }}
    >
      <PublishForm flow={flow} />
    </Dialog>
  );
}

function PublishForm({ flow }: { flow: Flow }) {
  const t = useTexts();
  const errorText = useErrorText();
  const [note, setNote] = useState('');
  const { publish, isWaiting, publishNow } = usePublish();
  const hasErrors = useBuilder(selectHasErrors);
  const hasUnsavedEdits = useBuilder(({ autosave }) => countUnsaved(autosave) > 0);
  const isUnchanged = flow.status === 'active' && !flow.hasUnpublishedChanges && !hasUnsavedEdits;
  const isBusy = publish.isPending || isWaiting;
  return (
    <form
      className="flex flex-col gap-4 pb-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (!hasErrors && !isUnchanged && !isBusy) void publishNow(note.trim());
      }}
    >
      {isUnchanged && <Notice>{t('publish.unchanged')}</Notice>}
      <Findings />
      <Field label={t('publish.note')} hint={t('publish.noteHint')}>
        <Input
          value={note}
          maxLength={500}
          onChange={({ target }) => {
            setNote(target.value);
          }}
        />
      </Field>
      {publish.isError && (
        <Notice tone="danger" role="alert">
          {t('publish.failed', { reason: errorText(publish.error) })}
        </Notice>
      )}
      <div className="flex items-center justify-end gap-3">
        {isWaiting && <span className="text-sm text-ink-muted">{t('publish.unsaved')}</span>}
        <Button type="submit" variant="primary" disabled={hasErrors || isUnchanged} isBusy={isBusy}>
          {t('publish.confirm')}
        </Button>
      </div>
    </form>
  );
}

function Findings() {
  const t = useTexts();
  const { store } = useBuilderSession();
  const { data: triggers } = useFlowTriggers().list;
  const problems = useBuilder((state) => state.problems);
  const hasErrors = useBuilder(selectHasErrors);
  return (
    <>
      {hasErrors && <Notice tone="danger">{t('publish.blocked')}</Notice>}
      {problems.length === 0 && <Notice tone="success">{t('publish.ready')}</Notice>}
      {triggers?.length === 0 && <Notice tone="warning">{t('publish.noTriggers')}</Notice>}
      <div className="-mx-2 empty:hidden">
        <IssueList
          problems={problems}
          onJump={({ nodeId, path }) => {
            store.getState().setDialog(null);
            if (nodeId !== null) store.getState().openNode(nodeId, path);
          }}
        />
      </div>
    </>
  );
}

function selectHasErrors({ problems }: BuilderState): boolean {
  return problems.some(({ severity }) => severity === 'error');
}
