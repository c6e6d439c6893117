import { Toaster as Sonner } from 'sonner';

export type ToasterProps = { label: string; theme: 'light' | 'dark' | 'system' };

/** Where `toast` shows its messages. Never the only place an error is told. */
export function Toaster({ label, theme }: ToasterProps) {
  return (
    <Sonner
      theme={theme}
      position="bottom-right"
      containerAriaLabel={label}
      toastOptions={{
        style: {
          background: 'var(--raised)',
          color: 'var(--ink)',
          border: '1px solid var(--line)',
          borderRadius: '10px',
          fontFamily: 'var(--font-sans)',
        },
      }}
    />
  );
}
