import type { Flow } from '@instaflow/contracts';
import { Button, Field, Input, Notice } from '@instaflow/ui';
import { useState } from 'react';
import { ApiError } from '../../../shared/api/api-error';
import { useErrorText } from '../../../shared/components/use-error-text';
import { useTexts } from '../texts/use-texts';
import { PeopleSection } from './people-section';
import type { PeopleChoiceValue } from './people-choice';
import { PreviewSections } from './preview-sections';
import { PreviewState } from './preview-state';
import { ProblemSection } from './problem-section';
import { usePublishTexts } from './publish-texts';
import { listRemovedSteps, type RemovedFates } from './removed-fate';
import { usePublish } from './use-publish';
import { usePublishBar } from './use-publish-bar';
import { usePublishPreview } from './use-publish-preview';

export type PublishFormProps = { flow: Flow; note: string; onNote: (note: string) => void };

/** People first, then what stands in the way, then what changes: everything to know, and the button below it. */
export function PublishForm({ flow, note, onNote }: PublishFormProps) {
  const t = useTexts();
  const preview = usePublishPreview();
  const { data } = preview.query;
  const [people, setPeople] = useState<PeopleChoiceValue>('stay');
  const [fates, setFates] = useState<RemovedFates>({});
  const [isIgnored, setIgnored] = useState(false);
  const { publish, isWaiting, publishNow } = usePublish();
  const { problems, isUnchanged, isBlocked } = usePublishBar({ flow, preview, isIgnored });
  const isBusy = publish.isPending || isWaiting;
  return (
    <form
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (isBlocked || isBusy) return;
        void publishNow({
          note: note.trim(),
          ignoreFailedTests: isIgnored,
          people:
            data && data.impact.length > 0 ? { choice: people, removedSteps: listRemovedSteps(fates) } : null,
        });
      }}
    >
      {isUnchanged && <Notice>{t('publish.unchanged')}</Notice>}
      {!data && <PreviewState preview={preview} />}
      {data?.diff && (
        <PeopleSection
          impact={data.impact}
          value={people}
          onChange={setPeople}
          fates={fates}
          onFates={setFates}
        />
      )}
      <ProblemSection problems={problems} />
      {data && <PreviewSections preview={data} flow={flow} isIgnored={isIgnored} onIgnore={setIgnored} />}
      <NoteField note={note} onNote={onNote} />
      <div className="sticky -bottom-2 -mx-5 flex flex-col gap-2 border-t border-line bg-raised px-5 py-3 sm:rounded-b-xl">
        {publish.isError && <PublishError error={publish.error} />}
        <div className="flex items-center justify-end gap-3">
          {isWaiting && <span className="text-sm text-ink-muted">{t('publish.unsaved')}</span>}
          <Button type="submit" variant="primary" disabled={isBlocked} isBusy={isBusy}>
            {t('publish.confirm')}
          </Button>
        </div>
      </div>
    </form>
  );
}

function NoteField({ note, onNote }: Pick<PublishFormProps, 'note' | 'onNote'>) {
  const t = useTexts();
  return (
    <Field label={t('publish.note')} hint={t('publish.noteHint')}>
      <Input
        value={note}
        maxLength={500}
        onChange={({ target }) => {
          onNote(target.value);
        }}
      />
    </Field>
  );
}

function PublishError({ error }: { error: unknown }) {
  const t = useTexts();
  const publishText = usePublishTexts();
  const errorText = useErrorText();
  const isTests = error instanceof ApiError && error.code === 'flow_tests_failed';
  return (
    <Notice tone="danger" role="alert">
      {isTests ? publishText('tests.serverFailed') : t('publish.failed', { reason: errorText(error) })}
    </Notice>
  );
}
