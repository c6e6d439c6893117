import { SkeletonRows } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';

/** While the entries load. */
export function EditorSkeleton() {
  const { t } = useTranslation('app');
  return <SkeletonRows label={t('loading')} className="h-28" count={3} />;
}
