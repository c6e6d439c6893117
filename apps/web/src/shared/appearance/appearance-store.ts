import { create } from 'zustand';
import { readStored, writeStored } from '../storage/stored-value';

export type Theme = 'light' | 'dark' | 'system';
export type Density = 'comfortable' | 'compact';
type Appearance = { theme: Theme; density: Density };

const key = 'instaflow.appearance';

const load = (): Appearance => {
  const stored = readStored(key);
  const field = (name: string): unknown =>
    typeof stored === 'object' && stored !== null ? Reflect.get(stored, name) : null;
  const theme = field('theme');
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    density: field('density') === 'compact' ? 'compact' : 'comfortable',
  };
};

/** Light or dark, roomy or dense; kept in this browser. */
export const useAppearance = create<Appearance>()(load);

/** Changes the looks at once and remembers them. */
export function setAppearance(change: Partial<Appearance>): void {
  useAppearance.setState(change);
  const { theme, density } = useAppearance.getState();
  writeStored(key, { theme, density });
  const root = document.documentElement;
  if (theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
  if (density === 'compact') root.dataset['density'] = 'compact';
  else delete root.dataset['density'];
}
