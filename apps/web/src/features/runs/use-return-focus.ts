import { useLayoutEffect } from 'react';

/** What opened a dialog: what had the focus, or the button of the menu the choice was made in, which is gone by then. */
const findOpener = (): HTMLElement | null => {
  const { activeElement } = document;
  const menuButtonId = activeElement?.closest('[role="menu"]')?.getAttribute('aria-labelledby');
  const opener = menuButtonId ? document.getElementById(menuButtonId) : activeElement;
  return opener instanceof HTMLElement ? opener : null;
};

/** Gives the focus back to what opened a dialog when it goes: one that is mounted open has no trigger of its own. */
export function useReturnFocus(): void {
  useLayoutEffect(() => {
    const opener = findOpener();
    return () => {
      requestAnimationFrame(() => opener?.focus());
    };
  }, []);
}
