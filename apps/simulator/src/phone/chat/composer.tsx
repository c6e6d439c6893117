import { Heart, Menu, Plus, X } from 'lucide-react';
import { useRef, useState, type FormEvent } from 'react';
import type { Message, ShownAccount } from '../data/types';
import { IconButton } from '../parts/icon-button';
import { AttachMenu } from './attach-menu';
import { PersistentMenu } from './persistent-menu';
import type { ThreadActions } from './use-thread-actions';

type Props = {
  account: ShownAccount;
  actions: ThreadActions;
  answered: Message | null;
  onAnswerDone: () => void;
};

type Drawer = 'attach' | 'menu' | null;

export function Composer({ account, actions, answered, onAnswerDone }: Props) {
  const [text, setText] = useState('');
  const [open, setOpen] = useState<Drawer>(null);
  const input = useRef<HTMLInputElement>(null);
  const menu = account.persistentMenu[0]?.call_to_actions ?? [];

  const send = async (message: object): Promise<void> => {
    setOpen(null);
    const isSent = await actions.send(answered ? { ...message, replyToMid: answered.mid } : message);
    if (isSent) onAnswerDone();
    else if ('text' in message) setText(String(message.text));
    input.current?.focus();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() === '') return;
    setText('');
    void send({ text });
  };
  const tapMenu = (index: number): void => {
    setOpen(null);
    actions.tap({ kind: 'menu', index });
  };

  return (
    <div className="composer-area">
      {answered && <Answering message={answered} onDone={onAnswerDone} />}
      {open === 'attach' && <AttachMenu onSend={(message) => void send(message)} />}
      {open === 'menu' && <PersistentMenu items={menu} onTap={tapMenu} />}
      <form className="composer" onSubmit={submit}>
        <DrawerButtons hasMenu={menu.length > 0} open={open} onOpen={setOpen} />
        <input
          ref={input}
          aria-label="Message"
          placeholder="Message…"
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {text.trim() === '' ? (
          <IconButton label="Send a heart" onClick={() => void send({ text: '❤️' })}>
            <Heart size={20} aria-hidden="true" />
          </IconButton>
        ) : (
          <button type="submit" className="send-button">
            Send
          </button>
        )}
      </form>
    </div>
  );
}

function Answering({ message, onDone }: { message: Message; onDone: () => void }) {
  return (
    <p className="answering">
      <span>Replying to “{message.text ?? 'an attachment'}”</span>
      <IconButton label="Do not reply to this message" onClick={onDone}>
        <X size={16} aria-hidden="true" />
      </IconButton>
    </p>
  );
}

type DrawerProps = { hasMenu: boolean; open: Drawer; onOpen: (drawer: Drawer) => void };

function DrawerButtons({ hasMenu, open, onOpen }: DrawerProps) {
  const toggle = (drawer: Drawer): void => onOpen(open === drawer ? null : drawer);
  return (
    <>
      <IconButton
        label="Send something else"
        aria-expanded={open === 'attach'}
        onClick={() => toggle('attach')}
      >
        <Plus size={20} aria-hidden="true" />
      </IconButton>
      {hasMenu && (
        <IconButton label="Menu" aria-expanded={open === 'menu'} onClick={() => toggle('menu')}>
          <Menu size={20} aria-hidden="true" />
        </IconButton>
      )}
    </>
  );
}
