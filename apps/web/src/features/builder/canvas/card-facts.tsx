import type { FlowNode } from '@instaflow/flow-model';
import { useTranslation } from 'react-i18next';
import { cardMetrics } from '../card/card-metrics';
import { listCardFacts } from '../card/list-card-facts';
import { formatFact } from '../texts/format-fact';
import { FlowName } from './flow-name';

/** What a step does, a line each. */
export function CardFacts({ node }: { node: FlowNode }) {
  const { t, i18n } = useTranslation('builder');
  return listCardFacts(node).map((fact) => {
    const text = formatFact(t, fact, i18n.language);
    return (
      <p
        key={`${fact.key}-${text}`}
        style={{ height: cardMetrics.factHeight, lineHeight: `${cardMetrics.factHeight}px` }}
        title={text}
        className="truncate text-[13px]"
      >
        {fact.key === 'goToFlow' ? <FlowName flowId={String(Reflect.get(node, 'flowId'))} /> : text}
      </p>
    );
  });
}
