import type { FlowTemplate } from '@instaflow/contracts';
import { Badge } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';

export type TemplateCardProps = { template: FlowTemplate; onChoose: () => void };

/** One template of the gallery. */
export function TemplateCard({ template, onChoose }: TemplateCardProps) {
  const { t } = useTranslation('flows');
  const { name, description, category, steps, testCount } = template;
  return (
    <button
      type="button"
      onClick={onChoose}
      className="flex h-full w-full cursor-pointer flex-col items-start gap-2 rounded-lg border border-line bg-surface p-4 text-left transition-colors hover:bg-hover"
    >
      <Badge tone="accent">{t(`gallery.categories.${category}`)}</Badge>
      <span className="text-lg font-semibold">{name}</span>
      <span className="flex-1 text-ink-muted">{description}</span>
      <span className="flex flex-wrap gap-x-3 pt-1 text-sm text-ink-muted">
        <span>{t('gallery.steps', { count: steps })}</span>
        <span>{t('gallery.tests', { count: testCount })}</span>
      </span>
    </button>
  );
}
