import { Button } from '@instaflow/ui';
import { Moon, Sun } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { setAppearance } from '../../shared/appearance/appearance-store';

const isDarkNow = (): boolean => {
  const chosen = document.documentElement.dataset['theme'];
  return chosen ? chosen === 'dark' : window.matchMedia('(prefers-color-scheme: dark)').matches;
};

/** Light to dark and back. */
export function ThemeButton() {
  const { t } = useTranslation('app');
  return (
    <Button
      variant="ghost"
      aria-label={t('user.toggleTheme')}
      title={t('user.toggleTheme')}
      className="size-9 px-0"
      onClick={() => setAppearance({ theme: isDarkNow() ? 'light' : 'dark' })}
    >
      <Sun aria-hidden="true" className="hidden dark:block" />
      <Moon aria-hidden="true" className="dark:hidden" />
    </Button>
  );
}
