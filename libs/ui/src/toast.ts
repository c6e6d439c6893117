export type ToastOptions = {
  /** Of two with the same id only the later one is shown. */
  id?: string;
  description?: string;
  action?: { label: string; onClick: () => void };
};

const show =
  (kind: 'message' | 'success' | 'warning' | 'error') =>
  (text: string, options?: ToastOptions): void => {
    import('sonner')
      .then(({ toast: sonner }) => void sonner[kind](text, options))
      // It cannot be fetched. A toast is never the only place something is told, so nothing is lost.
      .catch(() => undefined);
  };

/** Shows a passing message where a `Toaster` is mounted. What shows it is loaded with the first one, not with the page. */
export const toast = Object.assign(show('message'), {
  success: show('success'),
  warning: show('warning'),
  error: show('error'),
});
