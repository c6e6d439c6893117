import { useEffect, useRef, type RefObject } from 'react';
import { isPhone } from '../../use-is-phone';

/**
 * Gives a field the focus when the phone is opened by key or button: nowhere else, so that switching tabs keeps it, and
 * not on phones, whose keyboard would cover half of the conversation.
 */
export function useFirstFocus(): RefObject<HTMLInputElement | null> {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const from = document.activeElement;
    const isOpening =
      from === null ||
      from === document.body ||
      from.closest('.builder-canvas, [data-test-phone-button]') !== null;
    if (isOpening && !isPhone()) field.current?.focus();
  }, []);
  return field;
}
