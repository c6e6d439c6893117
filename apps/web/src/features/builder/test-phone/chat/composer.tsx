import { Button, DropdownMenu, IconButton, MenuItem, MenuSeparator, TagChip } from '@instaflow/ui';
import { Image, Menu, Plus, SendHorizontal, UserRoundCheck } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '../../texts/use-texts';
import { usePhone } from '../state/use-phone';
import { usePhoneWorld } from '../world/phone-world';
import { useFirstFocus } from './use-first-focus';
import { sayKinds, sayMove, type SayKind } from './say-kinds';

export type ComposerProps = { kind: SayKind; onKind: (kind: SayKind) => void };

/** What the person says next, and in which way: as a message, a comment, an answer to a story, … */
export function Composer({ kind, onKind }: ComposerProps) {
  const t = useTexts();
  const { play, isGuest } = usePhoneWorld();
  const [text, setText] = useState('');
  const move = sayMove(kind, text);
  const label = t(`phone.say.${kind}`);
  return (
    <form
      className="flex flex-col gap-1.5 px-2 py-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (move === null) return;
        play(move);
        setText('');
        onKind('text');
      }}
    >
      {kind !== 'text' && (
        <TagChip
          removeLabel={t('phone.say.back')}
          onRemove={() => {
            onKind('text');
          }}
        >
          {label}
        </TagChip>
      )}
      <div className="flex items-center gap-1 rounded-full border border-line-strong bg-surface p-1 focus-within:border-accent">
        {!isGuest && <WaysMenu onKind={onKind} />}
        <MenuOfAccount />
        <input
          ref={useFirstFocus()}
          id="test-phone-composer"
          aria-label={label}
          placeholder={label}
          value={text}
          disabled={kind === 'story_mention'}
          maxLength={1000}
          autoComplete="off"
          className="min-w-0 flex-1 bg-transparent px-1 text-base outline-none placeholder:text-ink-faint"
          onChange={(event) => {
            setText(event.target.value);
          }}
        />
        <IconButton
          type="submit"
          size="sm"
          variant="primary"
          className="rounded-full"
          hasTooltip={false}
          disabled={move === null}
          label={t('phone.say.send')}
        >
          <SendHorizontal aria-hidden="true" />
        </IconButton>
      </div>
      <TakenOver />
    </form>
  );
}

function WaysMenu({ onKind }: { onKind: (kind: SayKind) => void }) {
  const t = useTexts();
  const { play } = usePhoneWorld();
  return (
    <DropdownMenu
      align="start"
      side="top"
      trigger={
        <IconButton size="sm" label={t('phone.say.ways')} className="rounded-full" hasTooltip={false}>
          <Plus aria-hidden="true" />
        </IconButton>
      }
    >
      {sayKinds.map((kind) => (
        <MenuItem
          key={kind}
          onSelect={() => {
            onKind(kind);
          }}
        >
          {t(`phone.say.${kind}`)}
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuItem
        onSelect={() => {
          play({ kind: 'media' });
        }}
      >
        <Image aria-hidden="true" />
        {t('phone.say.picture')}
      </MenuItem>
      <MenuItem
        onSelect={() => {
          play({ kind: 'start' });
        }}
      >
        {t('phone.begin.directly')}
      </MenuItem>
    </DropdownMenu>
  );
}

/** The menu that stands in every conversation with the account. */
function MenuOfAccount() {
  const t = useTexts();
  const { menuItems, play } = usePhoneWorld();
  if (menuItems.length === 0) return null;
  return (
    <DropdownMenu
      align="start"
      side="top"
      trigger={
        <IconButton size="sm" label={t('phone.say.menu')} className="rounded-full" hasTooltip={false}>
          <Menu aria-hidden="true" />
        </IconButton>
      }
    >
      {menuItems.map((item) =>
        item.type === 'web_url' ? (
          <MenuItem key={item.title} asChild>
            <a href={item.url} target="_blank" rel="noopener noreferrer">
              {item.title}
            </a>
          </MenuItem>
        ) : (
          <MenuItem
            key={item.title}
            onSelect={() => {
              play({ kind: 'tap', payload: item.payload, title: item.title });
            }}
          >
            {item.title}
          </MenuItem>
        ),
      )}
    </DropdownMenu>
  );
}

/** While a person of the account has the conversation, nothing answers by itself. */
function TakenOver() {
  const t = useTexts();
  const { play } = usePhoneWorld();
  const isTaken = usePhone(({ talk }) => talk.conversation.status === 'pending_human');
  if (!isTaken) return null;
  return (
    <div className="flex flex-wrap items-center justify-between gap-2 px-2 text-sm text-ink-muted">
      {t('phone.takenOver')}
      <Button
        size="sm"
        onClick={() => {
          play({ kind: 'release' });
        }}
      >
        <UserRoundCheck aria-hidden="true" />
        {t('phone.release')}
      </Button>
    </div>
  );
}
