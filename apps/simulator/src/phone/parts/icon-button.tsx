import type { ButtonHTMLAttributes, ReactNode } from 'react';

type Props = ButtonHTMLAttributes<HTMLButtonElement> & { label: string; children: ReactNode };

/** A button whose only content is a picture; the label is for everyone who does not see it. */
export function IconButton({ label, children, className = '', ...rest }: Props) {
  return (
    <button type="button" aria-label={label} title={label} className={`icon-button ${className}`} {...rest}>
      {children}
    </button>
  );
}
