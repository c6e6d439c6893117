import { Button } from '@instaflow/ui';
import { Menu, Smartphone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../../shared/account/use-account';
import { useTestPhoneUrl } from '../../shared/account/use-test-phone-url';
import { LazyUserMenu } from './lazy-menus';
import { NotificationBell } from './notification-bell';
import { RealtimeChip } from './realtime-chip';
import { ThemeButton } from './theme-button';

export type TopBarProps = { onOpenMenu: () => void };

/** The bar above every page. */
export function TopBar({ onOpenMenu }: TopBarProps) {
  const { t } = useTranslation('app');
  const account = useAccount();
  const phoneUrl = useTestPhoneUrl();
  return (
    <header className="flex h-12 shrink-0 items-center gap-2 border-b border-line bg-surface px-2 sm:px-3">
      <Button
        variant="ghost"
        aria-label={t('nav.menu')}
        className="size-9 px-0 lg:hidden"
        onClick={onOpenMenu}
      >
        <Menu aria-hidden="true" />
      </Button>
      <p className="min-w-0 truncate font-medium lg:hidden">
        {account ? `@${account.instagramUsername}` : t('name')}
      </p>
      <div className="ml-auto flex items-center gap-1">
        <RealtimeChip />
        {phoneUrl && (
          <Button asChild variant="ghost" size="sm">
            <a href={phoneUrl} target="_blank" rel="noopener noreferrer">
              <Smartphone aria-hidden="true" />
              <span className="max-sm:sr-only">{t('actions.openTestPhone')}</span>
            </a>
          </Button>
        )}
        <NotificationBell />
        <ThemeButton />
        <LazyUserMenu />
      </div>
    </header>
  );
}
