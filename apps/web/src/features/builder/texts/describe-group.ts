import type { GroupData } from '../groups/fold-groups';
import type { BuilderTexts } from './use-texts';

/** The accessible name of a group: Group “Welcome”, folded, 3 steps. */
export function describeGroup(t: BuilderTexts, { group: { name }, isFolded, count }: GroupData): string {
  const steps = t('groupView.steps', { count });
  return isFolded ? t('groupView.describeFolded', { name, steps }) : t('groupView.describe', { name, steps });
}
