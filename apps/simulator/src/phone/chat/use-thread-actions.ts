import { useMemo } from 'react';
import { control } from '../data/control';
import { useAction } from '../parts/use-action';

export type Tap = {
  kind: 'quick_reply' | 'button' | 'ice_breaker' | 'menu';
  mid?: string;
  payload?: string;
  index?: number;
};

export type ThreadActions = {
  error: string | null;
  clearError: () => void;
  /** Resolves to whether Instagram took it. */
  send: (message: object) => Promise<boolean>;
  tap: (tap: Tap) => void;
  react: (mid: string, emoji: string | null) => void;
  unsend: (mid: string) => void;
  edit: (mid: string, text: string) => Promise<boolean>;
  openLink: (ref: string) => void;
  follow: (follows: boolean) => void;
  read: () => void;
  accept: () => void;
};

/** What a person can do in a thread. A tapped link opens in a new tab, as on a phone. */
export function useThreadActions(path: string): ThreadActions {
  const { error, run, clear } = useAction();
  return useMemo(
    () => ({
      error,
      clearError: clear,
      send: (message) => run(() => control('POST', `${path}/message`, message)),
      tap: (tap) =>
        void run(async () => {
          const { url } = await control<{ url?: string }>('POST', `${path}/tap`, tap);
          if (url) window.open(url, '_blank', 'noopener');
        }),
      react: (mid, emoji) => void run(() => control('POST', `${path}/react`, { mid, emoji })),
      unsend: (mid) => void run(() => control('POST', `${path}/unsend`, { mid })),
      edit: (mid, text) => run(() => control('POST', `${path}/edit`, { mid, text })),
      openLink: (ref) => void run(() => control('POST', `${path}/link`, { ref })),
      follow: (follows) => void run(() => control('PATCH', path, { follows })),
      read: () => void run(() => control('POST', `${path}/read`, {})),
      accept: () => void run(() => control('POST', `${path}/accept`, {})),
    }),
    // `run` and `clear` are made anew on every render but do the same each time.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [path, error],
  );
}
