import { Avatar, IconButton } from '@instaflow/ui';
import { RotateCcw, Undo2 } from 'lucide-react';
import { useTexts } from '../../texts/use-texts';
import { RecordMenu } from '../record/record-menu';
import { usePhone, usePhoneStore } from '../state/use-phone';
import { usePhoneWorld } from '../world/phone-world';
import { WindowRing } from './window-ring';

/** Whom the person writes with, and the way back to the beginning. */
export function ChatHeader() {
  const t = useTexts();
  const phone = usePhoneStore();
  const { username } = usePhoneWorld();
  const contact = usePhone(({ talk }) => talk.contact);
  const hasEarlier = usePhone(({ earlier }) => earlier.length > 0);
  const name = contact.firstName ?? contact.username ?? t('phone.somebody');
  return (
    <header className="flex items-center gap-2 border-b border-line px-3 py-2">
      <Avatar name={username} />
      <div className="min-w-0 flex-1">
        <h2 className="truncate font-semibold">{username}</h2>
        <p className="truncate text-xs text-ink-muted">{t('phone.youAre', { name })}</p>
      </div>
      <WindowRing />
      <RecordMenu />
      <IconButton
        size="sm"
        label={t('phone.stepBack')}
        disabled={!hasEarlier}
        onClick={() => {
          phone.getState().stepBack();
        }}
      >
        <Undo2 aria-hidden="true" />
      </IconButton>
      <IconButton
        size="sm"
        label={t('phone.restart')}
        onClick={() => {
          phone.getState().restart();
        }}
      >
        <RotateCcw aria-hidden="true" />
      </IconButton>
    </header>
  );
}
