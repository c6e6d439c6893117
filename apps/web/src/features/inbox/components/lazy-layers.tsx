import { lazy, Suspense } from 'react';
import type { ConversationMenuProps } from './conversation-menu';
import type { ReactionPickerProps } from './reaction-picker';

const ConversationMenu = lazy(async () => ({
  default: (await import('./conversation-menu')).ConversationMenu,
}));
const ReactionPicker = lazy(async () => ({ default: (await import('./reaction-picker')).ReactionPicker }));
const ShortcutsButton = lazy(async () => ({ default: (await import('./shortcuts-button')).ShortcutsButton }));

/** Menus and popovers come after the conversations: what places them on the screen weighs 25 kB. */
export function LazyConversationMenu(props: ConversationMenuProps) {
  return (
    <Suspense fallback={<span className="size-9" />}>
      <ConversationMenu {...props} />
    </Suspense>
  );
}

export function LazyReactionPicker(props: ReactionPickerProps) {
  return (
    <Suspense fallback={<span className="size-7" />}>
      <ReactionPicker {...props} />
    </Suspense>
  );
}

export function LazyShortcutsButton() {
  return (
    <Suspense fallback={<span className="size-9 max-md:hidden" />}>
      <ShortcutsButton />
    </Suspense>
  );
}
