import { Button, Dialog, Field, Spinner, Textarea } from '@instaflow/ui';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import { LengthHint } from '../panel/fields/length-hint';
import '../panel/panel-texts';
import { useBuilderSession } from '../state/builder-context';
import type { AddPlace } from '../state/canvas-slice';
import { useTexts } from '../texts/use-texts';
import { DraftError } from './draft-error';
import { ExampleButtons } from './example-buttons';
import { findDraft } from './find-draft';
import { keptWords, maxWords } from './kept-words';
import { namePlace } from './name-place';
import { useProposalTexts } from './proposal-texts';
import { useDraftSteps, type DraftingSteps } from './use-draft-steps';

const formId = 'describe-steps';

export type DescribeDialogProps = { place: AddPlace };

/** What should happen, in words, and what becomes of them. */
export function DescribeDialog({ place }: DescribeDialogProps) {
  const t = useProposalTexts();
  const builderText = useTexts();
  const { store } = useBuilderSession();
  const drafting = useDraftSteps(place);
  const close = () => {
    store.getState().setDialog(null);
  };
  return (
    <Dialog
      size="lg"
      isOpen
      title={t('dialog.title')}
      description={t('dialog.description')}
      closeLabel={builderText('close')}
      onOpenChange={(next) => {
        if (!next) close();
      }}
      footer={
        <>
          <Button onClick={drafting.isRunning ? drafting.cancel : close}>
            {drafting.isRunning ? t('dialog.stop') : builderText('cancel')}
          </Button>
          <Button
            type="submit"
            form={formId}
            variant="primary"
            isBusy={drafting.isRunning}
            aria-keyshortcuts="Control+Enter Meta+Enter"
          >
            {t('dialog.draft')}
          </Button>
        </>
      }
    >
      <DescribeForm place={place} drafting={drafting} />
    </Dialog>
  );
}

function DescribeForm({ place, drafting }: DescribeDialogProps & { drafting: DraftingSteps }) {
  const t = useProposalTexts();
  const field = useRef<HTMLTextAreaElement>(null);
  const { words, change, problem, submit } = useWords(drafting);
  const { isRunning, error } = drafting;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    submit();
  };
  return (
    <form
      id={formId}
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <PlaceLine place={place} />
      <Field
        label={t('dialog.words')}
        error={problem}
        hint={<LengthHint used={words.trim().length} limit={maxWords} unit="characters" />}
      >
        <Textarea
          ref={field}
          rows={5}
          className="max-h-[40dvh] min-h-28"
          value={words}
          readOnly={isRunning}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            change(event.target.value);
          }}
        />
      </Field>
      <ExampleButtons
        words={words}
        isDisabled={isRunning}
        onChange={(next) => {
          change(next);
          field.current?.focus();
        }}
      />
      <p className="text-sm text-ink-muted">
        {t(place.wiring.kind === 'none' ? 'dialog.sentAlone' : 'dialog.sent')}
      </p>
      <p role="status" className="flex items-center gap-2 text-sm">
        {isRunning && <Spinner />}
        {isRunning && t('dialog.drafting')}
      </p>
      <DraftError error={error} onRetry={submit} />
    </form>
  );
}

function PlaceLine({ place }: DescribeDialogProps) {
  const t = useProposalTexts();
  const builderText = useTexts();
  const { store } = findDraft(useBuilderSession());
  const definition = useStore(store, (state) => state.definition);
  const named = namePlace({ t, builderText }, definition, place.wiring);
  return <p className="break-words">{t('dialog.place', { place: named })}</p>;
}

/** The words, kept while the page lives, and the drafting of them when they can be sent. */
function useWords({ start, isRunning }: DraftingSteps) {
  const t = useProposalTexts();
  const { flowId } = useBuilderSession();
  const [words, setWords] = useState(() => keptWords.read(flowId));
  const [problem, setProblem] = useState<string | null>(null);
  const change = (next: string) => {
    keptWords.keep(flowId, next);
    setWords(next);
    setProblem(null);
  };
  const submit = () => {
    if (isRunning) return;
    const description = words.trim();
    if (description === '') setProblem(t('dialog.missing'));
    else if (description.length > maxWords) setProblem(t('dialog.tooLong', { limit: maxWords }));
    else start(description);
  };
  return { words, change, problem, submit };
}
