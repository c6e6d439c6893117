import { isNodeKind } from '@instaflow/flow-model';
import type { BuilderTexts } from './use-texts';

/** The word for a kind of step. */
export function nameKind(t: BuilderTexts, type: string): string {
  return isNodeKind(type) ? t(`kinds.${type}.label`) : t('kinds.unknown.label');
}
