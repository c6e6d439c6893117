import { Avatar, DropdownMenu, MenuItem, MenuLabel, MenuRadioGroup, MenuSeparator } from '@instaflow/ui';
import { LogOut } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import {
  setAppearance,
  useAppearance,
  type Density,
  type Theme,
} from '../../shared/appearance/appearance-store';
import { endSession } from '../../shared/session/end-session';
import { useSession } from '../../shared/session/session-store';

const themes: readonly Theme[] = ['light', 'dark', 'system'];
const densities: readonly Density[] = ['comfortable', 'compact'];

/** Who is signed in, how it looks, and the way out. */
export function UserMenu() {
  const { t } = useTranslation('app');
  const email = useSession((session) => session.email) ?? '';
  const { theme, density } = useAppearance();
  return (
    <DropdownMenu
      className="w-60"
      trigger={
        <button
          type="button"
          aria-label={t('user.menu')}
          className="grid size-9 place-items-center rounded-full"
        >
          <Avatar name={email} size="md" />
        </button>
      }
    >
      <MenuLabel>{t('user.signedInAs')}</MenuLabel>
      <p className="px-2 pb-1 font-medium break-all">{email}</p>
      <MenuSeparator />
      <MenuLabel>{t('user.theme')}</MenuLabel>
      <MenuRadioGroup
        value={theme}
        onChange={(value) => setAppearance({ theme: themes.find((known) => known === value) ?? 'system' })}
        options={[
          { value: 'light', label: t('user.themeLight') },
          { value: 'dark', label: t('user.themeDark') },
          { value: 'system', label: t('user.themeSystem') },
        ]}
      />
      <MenuLabel>{t('user.density')}</MenuLabel>
      <MenuRadioGroup
        value={density}
        onChange={(value) =>
          setAppearance({ density: densities.find((known) => known === value) ?? 'comfortable' })
        }
        options={[
          { value: 'comfortable', label: t('user.densityComfortable') },
          { value: 'compact', label: t('user.densityCompact') },
        ]}
      />
      <MenuSeparator />
      <MenuItem onSelect={() => void endSession()}>
        <LogOut aria-hidden="true" />
        {t('actions.signOut')}
      </MenuItem>
    </DropdownMenu>
  );
}
