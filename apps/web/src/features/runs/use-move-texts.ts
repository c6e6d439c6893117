import { useRunTexts } from './use-run-texts';

/** What the button that moves people says, and what is said afterwards. */
export function useMoveTexts() {
  const t = useRunTexts();
  return {
    startText: ({ going, ending }: { going: number; ending: number }): string => {
      if (ending === 0) return t('move.start', { count: going });
      if (going === 0) return t('move.startEnding', { count: ending });
      return t('move.startBoth', { going, ending });
    },
    doneText: ({ moved, ended }: { moved: number; ended: number }): string =>
      [
        moved > 0 || ended === 0 ? t('move.moved', { count: moved }) : '',
        ended > 0 ? t('move.ended', { count: ended }) : '',
      ]
        .filter(Boolean)
        .join(' '),
  };
}
