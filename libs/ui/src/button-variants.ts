import { cva, type VariantProps } from 'class-variance-authority';

export const buttonVariants = cva(
  'inline-flex shrink-0 items-center justify-center gap-2 rounded-md font-medium whitespace-nowrap transition-colors select-none disabled:opacity-55 aria-disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0',
  {
    variants: {
      variant: {
        primary: 'bg-accent text-accent-ink hover:bg-accent-hover',
        secondary: 'border border-line bg-surface text-ink hover:bg-hover',
        ghost: 'text-ink-muted hover:bg-hover hover:text-ink',
        soft: 'bg-accent-soft text-accent-text hover:bg-hover',
        danger: 'bg-danger text-white hover:bg-danger-hover',
        dangerGhost: 'text-danger-text hover:bg-danger-soft',
        link: 'h-auto! px-0! text-accent-text underline-offset-4 hover:underline',
      },
      size: { sm: 'h-7 px-2.5 text-sm touch:h-10', md: 'h-9 px-3.5 touch:h-10', lg: 'h-11 px-5' },
    },
    defaultVariants: { variant: 'secondary', size: 'md' },
  },
);

export type ButtonVariants = VariantProps<typeof buttonVariants>;
