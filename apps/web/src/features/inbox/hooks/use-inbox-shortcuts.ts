import { useEffect, useRef } from 'react';
import { useInbox } from '../state/inbox-store';

export type ShortcutKey = 'j' | 'k' | 'Enter' | 'r' | 'e' | '/';

const keys: readonly ShortcutKey[] = ['j', 'k', 'Enter', 'r', 'e', '/'];

/** Where a key means something else: fields, menus and dialogs, and for Enter everything that can be pressed. */
const belongsElsewhere = (target: EventTarget | null, key: ShortcutKey): boolean => {
  if (!(target instanceof Element)) return false;
  if (
    target.closest(
      'input, textarea, select, [contenteditable], [role="dialog"], [role="menu"], [role="listbox"]',
    )
  ) {
    return true;
  }
  return key === 'Enter' && target.closest('a, button, summary') !== null;
};

/** Single keys of the inbox; off inside fields, and altogether when the person switched them off. */
export function useInboxShortcuts(onKey: (key: ShortcutKey) => void): void {
  const areOn = useInbox((inbox) => inbox.areShortcutsOn);
  const latest = useRef(onKey);
  useEffect(() => {
    latest.current = onKey;
  }, [onKey]);
  useEffect(() => {
    if (!areOn) return undefined;
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const key = keys.find((known) => known === event.key);
      if (!key || belongsElsewhere(event.target, key)) return;
      event.preventDefault();
      latest.current(key);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [areOn]);
}
