import { Heart, X } from 'lucide-react';
import { useEffect } from 'react';
import type { ShownAccount } from '../data/types';
import { IconButton } from '../parts/icon-button';
import { DrawerButtons } from './drawer-buttons';
import type { Draft } from './draft';
import { OpenDrawer } from './open-drawer';
import { useComposing } from './use-composing';
import type { ThreadActions } from './use-thread-actions';

type Props = {
  account: ShownAccount;
  actions: ThreadActions;
  draft: Draft | null;
  /** Takes the focus when it appears, as after a choice in a message's menu. */
  takesFocus: boolean;
  onDraftDone: () => void;
};

/** Mount anew for another draft: an edit starts with the words it replaces. */
export function Composer({ account, actions, draft, takesFocus, onDraftDone }: Props) {
  const composing = useComposing({ actions, draft, onDraftDone });
  const { text, open, input, send, submit } = composing;
  const { call_to_actions: items = [], composer_input_disabled: isDisabled = false } =
    account.persistentMenu[0] ?? {};
  useEffect(() => {
    if (takesFocus) input.current?.focus();
  }, [takesFocus, input]);

  return (
    <div className="composer-area">
      {draft && <DraftLine draft={draft} onDone={onDraftDone} />}
      <OpenDrawer
        open={open}
        items={items}
        onSend={(message) => void send(message)}
        onOpenLink={(ref) => composing.close(() => actions.openLink(ref))}
        onTap={(index) => composing.close(() => actions.tap({ kind: 'menu', index }))}
      />
      <form className="composer" onSubmit={submit}>
        <DrawerButtons
          hasMenu={items.length > 0}
          isEditing={isEdit(draft)}
          open={open}
          onOpen={composing.setOpen}
        />
        <input
          ref={input}
          aria-label="Message"
          placeholder={isDisabled ? 'Use the menu' : 'Message…'}
          disabled={isDisabled}
          autoComplete="off"
          value={text}
          onChange={(event) => composing.setText(event.target.value)}
        />
        <SendButton
          isEmpty={text.trim() === ''}
          label={isEdit(draft) ? 'Save' : 'Send'}
          onHeart={() => void send({ text: '❤️' })}
        />
      </form>
    </div>
  );
}

function isEdit(draft: Draft | null): boolean {
  return draft?.kind === 'edit';
}

function DraftLine({ draft, onDone }: { draft: Draft; onDone: () => void }) {
  return (
    <p className="answering">
      <span>
        {isEdit(draft) ? 'Editing' : 'Replying to'} “{draft.message.text ?? 'an attachment'}”
      </span>
      <IconButton
        label={isEdit(draft) ? 'Leave it as it was' : 'Do not reply to this message'}
        onClick={onDone}
      >
        <X size={16} aria-hidden="true" />
      </IconButton>
    </p>
  );
}

function SendButton({ isEmpty, label, onHeart }: { isEmpty: boolean; label: string; onHeart: () => void }) {
  if (!isEmpty) {
    return (
      <button type="submit" className="send-button">
        {label}
      </button>
    );
  }
  return (
    <IconButton label="Send a heart" onClick={onHeart}>
      <Heart size={20} aria-hidden="true" />
    </IconButton>
  );
}
