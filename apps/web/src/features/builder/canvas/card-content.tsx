import { cx } from '@instaflow/ui';
import { Handle, Position } from '@xyflow/react';
import { CircleAlert, TriangleAlert } from 'lucide-react';
import { Suspense } from 'react';
import { cardMetrics } from '../card/card-metrics';
import { kindLooks } from '../card/kind-looks';
import { layoutCard } from '../card/layout-card';
import { inputHandleId } from '../card/measure-node';
import { CardTools } from '../lazy-parts';
import { nameKind } from '../texts/name-kind';
import { useTexts } from '../texts/use-texts';
import { CardBlockView } from './card-block-view';
import type { CardData } from './derive-canvas';

/** What is on a card: header, preview, a handle per outlet. Lengths come from the same layout as the handles do. */
export function CardContent({ data }: { data: CardData }) {
  const t = useTexts();
  const { node } = data;
  const { icon: Icon } = kindLooks(node.type);
  const hasInput = node.type !== 'start' && node.type !== 'note';
  return (
    <>
      <span aria-hidden="true" className="absolute inset-y-0 left-0 w-1 rounded-l-lg bg-(--kind)" />
      <header
        style={{ height: cardMetrics.headerHeight }}
        className="flex items-center gap-2.5 border-b border-line pr-3 pl-4"
      >
        <span
          aria-hidden="true"
          className="grid size-7 shrink-0 place-items-center rounded-md bg-(--kind-soft) text-(--kind)"
        >
          <Icon className="size-4" />
        </span>
        <span className="flex min-w-0 flex-1 flex-col">
          <span className="text-[11px] leading-3.5 text-ink-muted">{nameKind(t, node.type)}</span>
          <span className="truncate text-[13px] leading-4.5 font-semibold" title={node.name}>
            {node.name || nameKind(t, node.type)}
          </span>
        </span>
        <CardStatus data={data} />
        <Suspense fallback={null}>
          <CardTools node={node} />
        </Suspense>
      </header>
      {layoutCard(node).blocks.map((block) => (
        <CardBlockView key={`${block.kind}-${block.top}`} block={block} node={node} />
      ))}
      {hasInput && (
        <Handle
          type="target"
          id={inputHandleId}
          position={Position.Left}
          data-side="in"
          className="builder-handle"
          style={{ top: cardMetrics.headerHeight / 2, left: -cardMetrics.handleOverhang }}
        />
      )}
    </>
  );
}

function CardStatus({ data: { errors, warnings } }: { data: CardData }) {
  const t = useTexts();
  if (errors + warnings === 0) return null;
  const isError = errors > 0;
  const Icon = isError ? CircleAlert : TriangleAlert;
  const label = isError ? t('card.errors', { count: errors }) : t('card.warnings', { count: warnings });
  return (
    <span
      title={label}
      className={cx(
        'flex h-5.5 shrink-0 items-center gap-1 rounded-full px-1.5 text-xs font-medium',
        isError ? 'bg-danger-soft text-danger-text' : 'bg-warning-soft text-warning-text',
      )}
    >
      <Icon aria-hidden="true" className="size-3.5" />
      {isError ? errors : warnings}
      <span className="sr-only">{label}</span>
    </span>
  );
}
