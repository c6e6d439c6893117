import { useLayoutEffect } from 'react';

/** What opened a layer: what had the focus, or the button of the menu the choice was made in, which is gone by then. */
const findOpener = (): HTMLElement | null => {
  const { activeElement } = document;
  const menuButtonId = activeElement?.closest('[role="menu"]')?.getAttribute('aria-labelledby');
  const opener = menuButtonId ? document.getElementById(menuButtonId) : activeElement;
  return opener instanceof HTMLElement ? opener : null;
};

/**
 * Inside a modal layer: gives the focus back to what opened it when it goes. Radix does so only for layers with a trigger of
 * their own, and ours are mounted open. Where the focus was moved on purpose meanwhile it stays.
 */
export function ReturnFocus(): null {
  useLayoutEffect(() => {
    const opener = findOpener();
    return () => {
      requestAnimationFrame(() => {
        const { activeElement, body } = document;
        if (activeElement === null || activeElement === body) opener?.focus();
      });
    };
  }, []);
  return null;
}
