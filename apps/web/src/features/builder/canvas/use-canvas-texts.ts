import { useMemo } from 'react';
import { useTexts } from '../texts/use-texts';

/** React Flow's own texts for screen readers, in the person's language. */
export function useCanvasTexts() {
  const t = useTexts();
  return useMemo(
    () => ({
      'node.a11yDescription.default': t('canvasLabels.nodeHelp'),
      'node.a11yDescription.keyboardDisabled': t('canvasLabels.nodeHelp'),
      'minimap.ariaLabel': t('canvasLabels.minimap'),
    }),
    [t],
  );
}
