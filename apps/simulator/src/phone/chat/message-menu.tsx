import { Ellipsis, Pencil, Reply, Undo2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Message } from '../data/types';
import { IconButton } from '../parts/icon-button';
import type { Draft } from './draft';
import { ReactionButtons } from './reaction-buttons';

type Props = {
  message: Message;
  onReact: (emoji: string | null) => void;
  onDraft: (draft: Draft) => void;
  onUnsend: () => void;
};

const maxEdits = 5;

/** React, answer, edit and unsend; the row's buttons appear on demand. */
export function MessageMenu({ message, onReact, onDraft, onUnsend }: Props) {
  const [isOpen, setOpen] = useState(false);
  const menu = useRef<HTMLDivElement>(null);
  const isOwn = message.direction === 'in';
  const isEditable = isOwn && message.text !== undefined && (message.editCount ?? 0) < maxEdits;
  useEffect(() => {
    if (!isOpen) return undefined;
    const close = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') setOpen(false);
    };
    const node = menu.current;
    node?.addEventListener('keydown', close);
    return () => node?.removeEventListener('keydown', close);
  }, [isOpen]);
  const doAndClose = (work: () => void) => (): void => {
    work();
    setOpen(false);
  };
  return (
    <div ref={menu} className={`row-menu ${isOpen ? 'is-open' : ''}`}>
      {isOpen && (
        <div className="row-menu-items">
          <ReactionButtons
            current={message.personReaction}
            onReact={(emoji) => doAndClose(() => onReact(emoji))()}
          />
          <IconButton
            label="Reply to this message"
            onClick={doAndClose(() => onDraft({ kind: 'answer', message }))}
          >
            <Reply size={16} aria-hidden="true" />
          </IconButton>
          {isEditable && (
            <IconButton label="Edit" onClick={doAndClose(() => onDraft({ kind: 'edit', message }))}>
              <Pencil size={16} aria-hidden="true" />
            </IconButton>
          )}
          {isOwn && (
            <IconButton label="Unsend" onClick={doAndClose(onUnsend)}>
              <Undo2 size={16} aria-hidden="true" />
            </IconButton>
          )}
        </div>
      )}
      <IconButton label="Message actions" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Ellipsis size={16} aria-hidden="true" />
      </IconButton>
    </div>
  );
}
