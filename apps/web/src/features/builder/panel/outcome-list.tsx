import { listOutlets, type FlowNode } from '@instaflow/flow-model';
import { useTexts } from '../texts/use-texts';
import { TargetSelect } from './target-select';

/** Every way out of a step and where it leads: connecting without dragging, and the rare ways the card does not show. */
export function OutcomeList({ node }: { node: FlowNode }) {
  const t = useTexts();
  const outlets = listOutlets(node);
  if (outlets.length === 0) return null;
  return (
    <section aria-label={t('panel.outcomes')} className="flex flex-col gap-2 border-t border-line pt-4">
      <h3 className="text-sm font-medium">{t('panel.outcomes')}</h3>
      {outlets.map((outlet) => (
        <TargetSelect key={outlet.id} node={node} outlet={outlet} />
      ))}
    </section>
  );
}
