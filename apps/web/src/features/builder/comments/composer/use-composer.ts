import type { CommentPerson } from '@instaflow/contracts';
import { useLayoutEffect, useRef, useState } from 'react';
import { useMentionable } from '../api/use-mentionable';
import type { CommentTarget } from '../api/use-write-comment';
import { useBuilderSession } from '../../state/builder-context';
import { findMention } from './find-mention';
import { insertMention } from './insert-mention';
import { unsentComments, type UnsentComment } from './unsent-comments';

const mostOffered = 6;
const nothing: UnsentComment = { text: '', chosen: [] };

/** A comment as it is typed: its text, whom it mentions, and who is offered for the mention at the caret. */
export function useComposer(target: CommentTarget, start: UnsentComment = nothing) {
  const { flowId } = useBuilderSession();
  const field = useRef<HTMLTextAreaElement>(null);
  const [comment, setComment] = useState(() => unsentComments.read(flowId, target) ?? start);
  const [caret, setCaret] = useState<number | null>(null);
  const [caretWanted, setCaretWanted] = useState<number | null>(null);
  const place = caret === null ? null : findMention(comment.text, caret);
  const offered = useMentionable(place?.search ?? null).slice(0, mostOffered);

  useLayoutEffect(() => {
    if (caretWanted === null) return;
    field.current?.setSelectionRange(caretWanted, caretWanted);
    setCaretWanted(null);
  }, [caretWanted]);

  const write = (next: UnsentComment) => {
    setComment(next);
    unsentComments.keep(flowId, target, next);
  };
  return {
    field,
    comment,
    offered,
    type: (text: string, at: number) => {
      write({ ...comment, text });
      setCaret(at);
    },
    /** The caret was moved; null: nothing is to be offered. */
    moveTo: setCaret,
    mention: (person: CommentPerson) => {
      if (place === null || caret === null) return;
      const done = insertMention(comment.text, { start: place.start, caret, name: person.name });
      const others = comment.chosen.filter(({ userId }) => userId !== person.userId);
      write({ text: done.text, chosen: [...others, person] });
      setCaret(null);
      setCaretWanted(done.caret);
      field.current?.focus();
    },
    clear: () => {
      setComment(nothing);
      unsentComments.forget(flowId, target);
      setCaret(null);
    },
  };
}
