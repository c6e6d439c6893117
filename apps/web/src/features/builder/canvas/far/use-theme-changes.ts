import { useEffect } from 'react';

const queries = ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(prefers-contrast: more)'];

/** Calls back once the colours of the page may be other ones: what is painted by hand does not follow by itself. */
export function useThemeChanges(onChange: () => void): void {
  useEffect(() => {
    const chosen = new MutationObserver(onChange);
    chosen.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    const lists = queries.map((query) => window.matchMedia(query));
    for (const list of lists) list.addEventListener('change', onChange);
    return () => {
      chosen.disconnect();
      for (const list of lists) list.removeEventListener('change', onChange);
    };
  }, [onChange]);
}
