import { EllipsisVertical } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { NavLink } from './nav-link';
import { useNavItems } from './use-nav-items';

export type BottomBarProps = { accountId: string; onOpenMenu: () => void };

/** The pages used most, in reach of a thumb. */
export function BottomBar({ accountId, onOpenMenu }: BottomBarProps) {
  const { t } = useTranslation('app');
  return (
    <nav
      aria-label={t('nav.label')}
      className="flex shrink-0 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] lg:hidden"
    >
      {useNavItems()
        .slice(0, 4)
        .map((item) => (
          <NavLink key={item.name} accountId={accountId} item={item} shape="tab" />
        ))}
      <button
        type="button"
        onClick={onOpenMenu}
        className="flex min-w-0 flex-1 flex-col items-center justify-center gap-0.5 py-1.5 text-xs font-medium text-ink-muted"
      >
        <EllipsisVertical aria-hidden="true" className="size-5" />
        {t('nav.more')}
      </button>
    </nav>
  );
}
