import { Avatar, DropdownMenu, MenuItem, MenuRadioGroup, MenuSeparator } from '@instaflow/ui';
import { ChevronsUpDown, LayoutGrid, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { useAccount } from '../../shared/account/use-account';
import { useAccounts } from '../../shared/account/use-accounts';

export type AccountSwitcherProps = { onNavigate?: () => void };

/** Shows the current account and goes to the same page of another one. */
export function AccountSwitcher({ onNavigate }: AccountSwitcherProps) {
  const { t } = useTranslation('app');
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const account = useAccount();
  const accounts = useAccounts().data?.instagramAccounts ?? [];
  const page = account ? (pathname.split('/')[3] ?? '') : '';
  const go = (path: string) => {
    onNavigate?.();
    void navigate(path);
  };
  const name = account ? `@${account.instagramUsername}` : t('nav.chooseAccount');
  return (
    <DropdownMenu
      align="start"
      className="w-60"
      trigger={
        <button
          type="button"
          aria-label={`${t('nav.switchAccount')}: ${name}`}
          className="flex h-11 w-full items-center gap-2.5 rounded-md border border-line bg-surface px-2 text-left hover:bg-hover"
        >
          {account ? (
            <Avatar name={account.instagramUsername} size="sm" />
          ) : (
            <LayoutGrid className="size-4" />
          )}
          <span className="min-w-0 flex-1 truncate font-medium">{name}</span>
          <ChevronsUpDown aria-hidden="true" className="size-4 shrink-0 text-ink-faint" />
        </button>
      }
    >
      {accounts.length > 0 && (
        <>
          <MenuRadioGroup
            value={account?.instagramAccountId ?? ''}
            onChange={(id) => go(`/accounts/${id}${page ? `/${page}` : ''}`)}
            options={accounts.map((candidate) => ({
              value: candidate.instagramAccountId,
              label: `@${candidate.instagramUsername}`,
            }))}
          />
          <MenuSeparator />
        </>
      )}
      <MenuItem onSelect={() => go('/accounts')}>
        <LayoutGrid aria-hidden="true" />
        {t('nav.accounts')}
      </MenuItem>
      <MenuItem onSelect={() => go('/accounts/connect')}>
        <Plus aria-hidden="true" />
        {t('nav.connectAccount')}
      </MenuItem>
    </DropdownMenu>
  );
}
