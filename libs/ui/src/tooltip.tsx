import { Slot } from 'radix-ui';
import { useId, useLayoutEffect, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { placeTooltip, type TooltipSide } from './place-tooltip';
import { useTooltipTrigger } from './use-tooltip-trigger';

export type TooltipProps = {
  label: ReactNode;
  children: ReactElement;
  side?: TooltipSide;
  /** Also read to screen readers; off where the label is the element's name anyway. */
  isDescription?: boolean;
};

/**
 * Explains an element on hover and on keyboard focus; never the only place of information. Own code, because every icon
 * button has one and a positioning library for it would weigh more than all the buttons.
 */
export function Tooltip({ label, children, side = 'top', isDescription = true }: TooltipProps) {
  const id = useId();
  const { trigger, triggerProps, tipProps } = useTooltipTrigger();
  return (
    <>
      <Slot.Root {...triggerProps} {...(isDescription && trigger ? { 'aria-describedby': id } : {})}>
        {children}
      </Slot.Root>
      {trigger &&
        createPortal(
          <Tip id={id} trigger={trigger} side={side} {...tipProps}>
            {label}
          </Tip>,
          document.body,
        )}
    </>
  );
}

type TipProps = {
  id: string;
  trigger: HTMLElement;
  side: TooltipSide;
  children: ReactNode;
  onPointerEnter: () => void;
  onPointerLeave: () => void;
};

function Tip({ id, trigger, side, children, ...hover }: TipProps) {
  const tip = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null);
  useLayoutEffect(() => {
    const size = tip.current?.getBoundingClientRect();
    if (!size) return;
    const window = { width: document.documentElement.clientWidth, height: globalThis.innerHeight };
    setPlace(placeTooltip({ trigger: trigger.getBoundingClientRect(), tip: size, window, side }));
  }, [trigger, side, children]);
  return (
    <div
      ref={tip}
      id={id}
      role="tooltip"
      {...hover}
      style={place ?? { left: 0, top: 0, visibility: 'hidden' }}
      className="fixed z-50 w-max max-w-72 rounded-md bg-ink px-2 py-1 text-xs text-surface"
    >
      {children}
    </div>
  );
}
