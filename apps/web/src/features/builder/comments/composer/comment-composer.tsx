import type { CommentPerson } from '@instaflow/contracts';
import { Button, Field, Textarea } from '@instaflow/ui';
import { useEffect, useId, useState, type KeyboardEvent, type RefObject } from 'react';
import { announce } from '../../../../shared/components/live-region';
import { useErrorText } from '../../../../shared/components/use-error-text';
import { StepNotSaved, useWriteComment, type CommentTarget } from '../api/use-write-comment';
import { useCommentTexts } from '../comment-texts';
import { listMentioned } from './list-mentioned';
import { MentionList } from './mention-list';
import { useComposer } from './use-composer';

const maxLength = 2_000;
/** From here on it is said how much is left. */
const nearlyFull = 200;

export type CommentComposerProps = {
  target: CommentTarget;
  label: string;
  sendLabel: string;
  /** What an own comment says so far. */
  start?: { text: string; chosen: readonly CommentPerson[] };
  isFocused?: boolean;
  onDone?: () => void;
  onCancel?: () => void;
};

/** A text field with a button, and people to mention while an @ is typed. Ctrl+Enter sends. */
export function CommentComposer({ target, label, sendLabel, start, isFocused, ...on }: CommentComposerProps) {
  const t = useCommentTexts();
  const composer = useComposer(target, start);
  const { field, comment } = composer;
  const left = maxLength - comment.text.trim().length;
  const { send, isSendable, isSending, error } = useSending({ target, composer, left, onDone: on.onDone });
  const { onCancel } = on;
  useFocus(field, isFocused === true);

  const cancel =
    onCancel &&
    (() => {
      composer.clear();
      onCancel();
    });
  const onKeyDown = (event: KeyboardEvent) => {
    const isSent = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (!isSent && !(event.key === 'Escape' && cancel)) return;
    event.preventDefault();
    if (isSent) send();
    else cancel?.();
  };
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Field
        isLabelHidden={target.kind !== 'thread'}
        label={label}
        hint={left < nearlyFull && left >= 0 ? t('composer.left', { count: left }) : null}
        error={useProblem(error, left)}
      >
        <MentionField composer={composer} onKeyDown={onKeyDown} />
      </Field>
      <div className="flex flex-wrap items-center justify-end gap-2">
        <span className="mr-auto text-xs text-ink-muted">{t('composer.hint')}</span>
        {cancel && (
          <Button size="sm" onClick={cancel}>
            {t('composer.cancel')}
          </Button>
        )}
        <Button
          size="sm"
          type="submit"
          variant="primary"
          isBusy={isSending}
          aria-disabled={!isSendable || undefined}
        >
          {sendLabel}
        </Button>
      </div>
    </form>
  );
}

function useFocus(field: RefObject<HTMLTextAreaElement | null>, isWanted: boolean): void {
  useEffect(() => {
    if (isWanted) field.current?.focus();
  }, [isWanted, field]);
}

/** Sends what can be sent; the field is empty again once the server has it. */
function useSending({
  target,
  composer,
  left,
  onDone,
}: {
  target: CommentTarget;
  composer: ReturnType<typeof useComposer>;
  left: number;
  onDone: (() => void) | undefined;
}) {
  const write = useWriteComment(target);
  const { text, chosen } = composer.comment;
  const isSendable = left >= 0 && text.trim() !== '' && !write.isPending;
  const send = () => {
    if (!isSendable) return;
    const onSuccess = () => {
      composer.clear();
      onDone?.();
    };
    write.mutate({ text, mentionedUserIds: listMentioned(text, chosen) }, { onSuccess });
  };
  return { send, isSendable, isSending: write.isPending, error: write.error };
}

function useProblem(error: unknown, left: number): string | null {
  const t = useCommentTexts();
  const errorText = useErrorText();
  if (left < 0) return t('composer.tooLong', { count: -left });
  if (error instanceof StepNotSaved) return t('composer.notSaved');
  return error ? t('failed', { reason: errorText(error) }) : null;
}

/** The text field; while somebody is offered, arrows, Enter, Tab and Escape are about them. */
function MentionField({
  composer,
  onKeyDown,
}: {
  composer: ReturnType<typeof useComposer>;
  onKeyDown: (event: KeyboardEvent) => void;
}) {
  const t = useCommentTexts();
  const listId = useId();
  const [index, setIndex] = useState(0);
  const { field, comment, offered } = composer;
  const isOpen = offered.length > 0;
  const activeIndex = Math.min(index, offered.length - 1);
  useEffect(() => {
    setIndex(0);
    if (offered.length > 0) announce(t('mention.found', { count: offered.length }));
  }, [offered.length, t]);

  const onListKey = (event: KeyboardEvent): boolean => {
    const person = offered[activeIndex];
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) setIndex((activeIndex + step + offered.length) % offered.length);
    else if (event.key === 'Escape') composer.moveTo(null);
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.ctrlKey && !event.metaKey && person)
      composer.mention(person);
    else return false;
    event.preventDefault();
    return true;
  };
  return (
    <>
      <Textarea
        ref={field}
        rows={2}
        className="max-h-64"
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={isOpen ? `${listId}-${String(activeIndex)}` : undefined}
        value={comment.text}
        onChange={({ target }) => {
          composer.type(target.value, target.selectionStart);
        }}
        onBlur={() => {
          composer.moveTo(null);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || (isOpen && onListKey(event))) return;
          onKeyDown(event);
        }}
      />
      {isOpen && (
        <MentionList id={listId} people={offered} activeIndex={activeIndex} onChoose={composer.mention} />
      )}
    </>
  );
}
