import { Moon, Sun } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '../parts/icon-button';

export function ThemeSwitch() {
  const [isDark, setDark] = useState(readTheme);
  const toggle = (): void => {
    const theme = isDark ? 'light' : 'dark';
    document.documentElement.dataset['theme'] = theme;
    localStorage.setItem('phone-theme', theme);
    setDark(!isDark);
  };
  return (
    <IconButton label={isDark ? 'Use light colours' : 'Use dark colours'} onClick={toggle}>
      {isDark ? <Sun size={18} aria-hidden="true" /> : <Moon size={18} aria-hidden="true" />}
    </IconButton>
  );
}

function readTheme(): boolean {
  const chosen = document.documentElement.dataset['theme'];
  return chosen ? chosen === 'dark' : window.matchMedia('(prefers-color-scheme: dark)').matches;
}
