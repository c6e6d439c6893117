import { useRef, useState, type FormEvent } from 'react';
import type { Draft } from './draft';
import type { Drawer } from './drawer-buttons';
import type { ThreadActions } from './use-thread-actions';

type Options = { actions: ThreadActions; draft: Draft | null; onDraftDone: () => void };

/** The words in the making and what becomes of them. Refused words come back into the field. */
export function useComposing({ actions, draft, onDraftDone }: Options) {
  const [text, setText] = useState(draft?.kind === 'edit' ? (draft.message.text ?? '') : '');
  const [open, setOpen] = useState<Drawer>(null);
  const input = useRef<HTMLInputElement>(null);

  const deliver = (message: { text?: string }): Promise<boolean> => {
    if (!draft) return actions.send(message);
    const { mid } = draft.message;
    if (draft.kind === 'edit') return actions.edit(mid, message.text ?? '');
    return actions.send({ ...message, replyToMid: mid });
  };
  const send = async (message: { text?: string }): Promise<void> => {
    setOpen(null);
    if (await deliver(message)) onDraftDone();
    else if (message.text !== undefined) setText(message.text);
    input.current?.focus();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() === '') return;
    setText('');
    void send({ text });
  };
  const close = (work: () => void): void => {
    setOpen(null);
    work();
  };
  return { text, setText, open, setOpen, input, send, submit, close };
}
