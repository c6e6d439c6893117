import { listOutlets, type FlowNode } from '@instaflow/flow-model';
import { useDeferredValue, useMemo } from 'react';
import { findTarget } from '../actions/connect-steps';
import { useBuilder } from '../state/builder-context';
import { useTexts } from '../texts/use-texts';
import { listTargets } from './list-targets';
import { TargetSelect } from './target-select';

/** Every way out of a step and where it leads: connecting without dragging, and the rare ways the card does not show. */
export function OutcomeList({ node }: { node: FlowNode }) {
  const t = useTexts();
  // A list of every step of the flow: what is typed into another field is painted first.
  const definition = useDeferredValue(useBuilder((state) => state.definition));
  const targets = useMemo(() => listTargets(t, { definition, ofNodeId: node.id }), [t, definition, node.id]);
  const outlets = listOutlets(node);
  if (outlets.length === 0) return null;
  return (
    <section aria-label={t('panel.outcomes')} className="flex flex-col gap-2 border-t border-line pt-4">
      <h3 className="text-sm font-medium">{t('panel.outcomes')}</h3>
      {outlets.map((outlet) => (
        <TargetSelect
          key={outlet.id}
          node={node}
          outlet={outlet}
          targetNodeId={findTarget(definition, node.id, outlet.condition)}
          targets={targets}
        />
      ))}
    </section>
  );
}
