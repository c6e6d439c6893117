import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAccountId } from '../../shared/account/use-account-id';
import { BrandMark } from '../../shared/components/brand-mark';
import { LazyAccountSwitcher } from './lazy-menus';
import { NavLink } from './nav-link';
import { useNavItems } from './use-nav-items';

export type SidebarContentProps = { onNavigate?: () => void };

/** Brand, account switcher and pages: the side bar of desktops and the drawer of phones. */
export function SidebarContent({ onNavigate }: SidebarContentProps) {
  const { t } = useTranslation('app');
  const accountId = useAccountId();
  const items = useNavItems();
  return (
    <div className="flex h-full flex-col gap-4 p-3">
      <Link
        to="/accounts"
        onClick={onNavigate}
        className="flex h-8 items-center gap-2.5 px-1.5 font-semibold tracking-tight"
      >
        <BrandMark className="size-6" />
        {t('name')}
      </Link>
      <LazyAccountSwitcher onNavigate={onNavigate} />
      {accountId && (
        <nav aria-label={t('nav.label')} className="flex flex-col gap-0.5">
          {items.map((item) => (
            <NavLink key={item.name} accountId={accountId} item={item} shape="row" onClick={onNavigate} />
          ))}
        </nav>
      )}
    </div>
  );
}
