import { lazy, Suspense } from 'react';
import type { AccountSwitcherProps } from './account-switcher';

const UserMenu = lazy(async () => ({ default: (await import('./user-menu')).UserMenu }));
const AccountSwitcher = lazy(async () => ({ default: (await import('./account-switcher')).AccountSwitcher }));

/** The menus of the frame come after the first paint: what opens them weighs as much as the rest of the shell. */
export function LazyUserMenu() {
  return (
    <Suspense fallback={<span className="size-9" />}>
      <UserMenu />
    </Suspense>
  );
}

export function LazyAccountSwitcher(props: AccountSwitcherProps) {
  return (
    <Suspense fallback={<span className="h-11 rounded-md border border-line bg-surface" />}>
      <AccountSwitcher {...props} />
    </Suspense>
  );
}
