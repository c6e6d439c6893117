import type { VersionTexts } from '../version-texts';
import type { ComparedSide } from './comparison';

/** "Version 3" or "Draft". */
export function nameSide(t: VersionTexts, side: ComparedSide): string {
  return side === 'draft' ? t('draft') : t('compare.side', { version: side });
}
