import { Check } from 'lucide-react';
import { DropdownMenu as RadixMenu } from 'radix-ui';
import type { ComponentProps, ReactElement, ReactNode } from 'react';
import { cx } from './cx';

export type DropdownMenuProps = {
  trigger: ReactElement;
  children: ReactNode;
  /** Given where something else than the trigger opens it, such as a right click. */
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'right' | 'bottom' | 'left';
  className?: string;
};

const itemClasses =
  'relative flex min-h-8 w-full touch:min-h-10 cursor-pointer items-center gap-2.5 rounded-sm px-2 py-1 text-base outline-none data-disabled:opacity-50 data-highlighted:bg-hover [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-ink-faint';

/** A menu that opens from a button. Fill it with `MenuItem`, `MenuRadioGroup`, `MenuLabel`, `MenuSeparator`. */
export function DropdownMenu({
  trigger,
  children,
  isOpen,
  onOpenChange,
  align = 'end',
  side,
  className,
}: DropdownMenuProps) {
  return (
    <RadixMenu.Root modal={false} open={isOpen} onOpenChange={onOpenChange}>
      <RadixMenu.Trigger asChild>{trigger}</RadixMenu.Trigger>
      <RadixMenu.Portal>
        <RadixMenu.Content
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          className={cx(
            'z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-44 animate-pop overflow-y-auto rounded-lg bg-raised p-1 shadow-float outline-none',
            className,
          )}
        >
          {children}
        </RadixMenu.Content>
      </RadixMenu.Portal>
    </RadixMenu.Root>
  );
}

export type MenuItemProps = ComponentProps<typeof RadixMenu.Item> & { isDangerous?: boolean };

export function MenuItem({ className, isDangerous, ...props }: MenuItemProps) {
  return (
    <RadixMenu.Item
      className={cx(itemClasses, isDangerous && 'text-danger-text [&_svg]:text-danger-text', className)}
      {...props}
    />
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <RadixMenu.Label className="px-2 pt-2 pb-1 text-xs text-ink-faint">{children}</RadixMenu.Label>;
}

export function MenuSeparator() {
  return <RadixMenu.Separator className="-mx-1 my-1 h-px bg-line" />;
}

export type MenuRadioGroupProps = {
  value: string;
  options: readonly { value: string; label: ReactNode }[];
  onChange: (value: string) => void;
};

/** Exclusive choices inside a menu. */
export function MenuRadioGroup({ value, options, onChange }: MenuRadioGroupProps) {
  return (
    <RadixMenu.RadioGroup value={value} onValueChange={onChange}>
      {options.map((option) => (
        <RadixMenu.RadioItem key={option.value} value={option.value} className={itemClasses}>
          <span className="min-w-0 flex-1">{option.label}</span>
          <RadixMenu.ItemIndicator>
            <Check aria-hidden="true" />
          </RadixMenu.ItemIndicator>
        </RadixMenu.RadioItem>
      ))}
    </RadixMenu.RadioGroup>
  );
}
