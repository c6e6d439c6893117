import { cx } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { NavLink as RouterNavLink } from 'react-router';
import type { NavItem } from './nav-items';
import { UnreadCount } from './unread-count';

export type NavLinkProps = { accountId: string; item: NavItem; shape: 'row' | 'tab'; onClick?: () => void };

const shapes = {
  row: 'h-9 gap-2.5 rounded-md px-2.5 text-base',
  tab: 'relative min-w-0 flex-1 flex-col justify-center gap-0.5 py-1.5 text-xs',
};

/** One page of the account; marked when it is shown. */
export function NavLink({ accountId, item, shape, onClick }: NavLinkProps) {
  const { t } = useTranslation('app');
  const { icon: Icon, name, path } = item;
  return (
    <RouterNavLink
      to={`/accounts/${accountId}${path ? `/${path}` : ''}`}
      end={path === ''}
      onClick={onClick}
      className={({ isActive }) =>
        cx(
          'flex items-center font-medium text-ink-muted transition-colors hover:text-ink',
          shapes[shape],
          shape === 'row' && 'hover:bg-hover',
          isActive && 'text-ink',
          isActive && shape === 'row' && 'bg-hover',
          isActive && shape === 'tab' && 'text-accent-text',
        )
      }
    >
      <Icon aria-hidden="true" className={shape === 'tab' ? 'size-5' : 'size-4'} />
      <span className="max-w-full truncate">{t(`nav.${name}`)}</span>
      {name === 'inbox' && <UnreadCount shape={shape} />}
    </RouterNavLink>
  );
}
