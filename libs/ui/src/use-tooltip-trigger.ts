import { useCallback, useEffect, useRef, useState, type FocusEvent, type PointerEvent } from 'react';

const openDelayMs = 350;
/** Long enough to move the pointer from the trigger onto the tooltip, which must stay then. */
const closeDelayMs = 120;

/**
 * When a tooltip is shown: after resting on its trigger, or at once on keyboard focus; until the pointer has left both,
 * the trigger is pressed or loses the focus, something scrolls, or Escape. Touch never opens one.
 */
export function useTooltipTrigger() {
  const [trigger, setTrigger] = useState<HTMLElement | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const later = useCallback((next: HTMLElement | null, delayMs: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setTrigger(next);
    }, delayMs);
  }, []);
  const close = useCallback(() => {
    clearTimeout(timer.current);
    setTrigger(null);
  }, []);

  useEffect(
    () => () => {
      clearTimeout(timer.current);
    },
    [],
  );
  useEffect(() => {
    if (!trigger) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close();
    };
    document.addEventListener('keydown', onKeyDown);
    document.addEventListener('scroll', close, true);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      document.removeEventListener('scroll', close, true);
    };
  }, [trigger, close]);

  return {
    /** The element to explain at the moment. */
    trigger,
    triggerProps: {
      onPointerEnter: (event: PointerEvent<HTMLElement>) => {
        if (event.pointerType !== 'touch') later(event.currentTarget, openDelayMs);
      },
      onPointerLeave: () => {
        later(null, closeDelayMs);
      },
      onPointerDown: close,
      onFocus: (event: FocusEvent<HTMLElement>) => {
        if (event.currentTarget.matches(':focus-visible')) setTrigger(event.currentTarget);
      },
      onBlur: close,
    },
    tipProps: {
      onPointerEnter: () => {
        clearTimeout(timer.current);
      },
      onPointerLeave: () => {
        later(null, closeDelayMs);
      },
    },
  };
}
