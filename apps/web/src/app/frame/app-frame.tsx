import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation } from 'react-router';
import { useAccountId } from '../../shared/account/use-account-id';
import { useRealtime } from '../../shared/realtime/use-realtime';
import { BottomBar } from './bottom-bar';
import { LazyToaster } from './lazy-toaster';
import { SidebarContent } from './sidebar-content';
import { TopBar } from './top-bar';
import { useMainFocus } from './use-main-focus';

const NavDrawer = lazy(async () => ({ default: (await import('./nav-drawer')).NavDrawer }));

/** Pages that need the whole height of a phone: one flow, one conversation. */
const isFocusPage = (pathname: string): boolean =>
  /^\/accounts\/[^/]+\/(flows|inbox)\/[^/]+\/?$/.test(pathname);

/** Side bar, top bar, page, and on phones a bar at the bottom with the rest in a drawer. */
export function AppFrame() {
  const { t } = useTranslation('app');
  const [isMenuOpen, setIsMenuOpen] = useState(false);
  const accountId = useAccountId();
  const { pathname } = useLocation();
  const main = useMainFocus();
  useRealtime();
  const openMenu = () => setIsMenuOpen(true);
  return (
    <div className="flex h-dvh">
      <a
        href="#content"
        className="sr-only z-50 rounded-md bg-accent px-3 py-2 text-accent-ink focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {t('skipToContent')}
      </a>
      <aside className="hidden w-58 shrink-0 border-r border-line bg-canvas lg:block">
        <SidebarContent />
      </aside>
      <div className="flex min-w-0 flex-1 flex-col">
        <TopBar onOpenMenu={openMenu} />
        <main
          id="content"
          ref={main}
          tabIndex={-1}
          className="relative min-h-0 flex-1 overflow-y-auto outline-none"
        >
          <Outlet />
        </main>
        {accountId && !isFocusPage(pathname) && <BottomBar accountId={accountId} onOpenMenu={openMenu} />}
      </div>
      <LazyToaster />
      {isMenuOpen && (
        <Suspense fallback={null}>
          <NavDrawer onClose={() => setIsMenuOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}
