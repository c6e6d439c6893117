import { useTranslation } from 'react-i18next';
import { splitDuration } from '../split-duration';

/** A time left in words: "5 h", "3 d". */
export function useDurationText(): (leftMs: number) => string {
  const { t } = useTranslation('inbox');
  return (leftMs) => {
    const { unit, count } = splitDuration(leftMs);
    return t(`duration.${unit}`, { count });
  };
}
