import type { FlowNode } from '@instaflow/flow-model';
import { cx } from '@instaflow/ui';
import { ExternalLink } from 'lucide-react';
import { cardMetrics } from '../card/card-metrics';
import type { CardBlock } from '../card/layout-card';
import { nameOutlet } from '../texts/name-outlet';
import { useTexts } from '../texts/use-texts';
import { CardFacts } from './card-facts';
import { CardMedia } from './card-media';
import { OutletHandle } from './outlet-handle';
import { TemplateText } from './template-text';

/** One piece of a card's body, exactly where the layout says. */
export function CardBlockView({ block, node }: { block: CardBlock; node: FlowNode }) {
  const outlet = 'outlet' in block ? block.outlet : null;
  return (
    <>
      <div
        style={{
          top: block.top,
          height: block.height,
          left: cardMetrics.padding + 4,
          right: cardMetrics.padding,
        }}
        className="absolute"
      >
        <BlockContent block={block} node={node} />
      </div>
      {outlet && <OutletHandle node={node} outlet={outlet} top={block.top + block.height / 2} />}
    </>
  );
}

function BlockContent({ block, node }: { block: CardBlock; node: FlowNode }) {
  const t = useTexts();
  switch (block.kind) {
    case 'bubble':
      return (
        <div
          style={{
            padding: `${cardMetrics.bubblePaddingY}px ${cardMetrics.bubblePaddingX - 4}px ${cardMetrics.bubblePaddingY}px ${cardMetrics.bubblePaddingX}px`,
          }}
          className={cx(
            'h-full rounded-[16px] rounded-bl-sm',
            node.type === 'note' ? 'bg-warning-soft' : 'bg-sunken',
          )}
        >
          <p
            style={{
              fontSize: cardMetrics.fontSize,
              lineHeight: `${cardMetrics.lineHeight}px`,
              WebkitLineClamp: block.lines,
            }}
            className="line-clamp-4 break-words whitespace-pre-line"
          >
            <TemplateText text={block.text} />
          </p>
        </div>
      );
    case 'media':
      return <CardMedia url={block.url} mediaType={block.mediaType} />;
    case 'facts':
      return <CardFacts node={node} />;
    case 'button':
      return <ButtonRow text={block.text} style={block.style} />;
    case 'outlet':
      return (
        <span className="flex h-full items-center justify-end truncate pr-1 text-xs text-ink-muted">
          {nameOutlet(t, node, block.outlet)}
        </span>
      );
  }
}

function ButtonRow({ text, style }: { text: string; style: 'quick_reply' | 'postback' | 'web_url' }) {
  const t = useTexts();
  return (
    <span
      className={cx(
        'flex h-full items-center justify-center gap-1.5 px-3 text-[13px] font-medium',
        style === 'quick_reply'
          ? 'rounded-full border border-accent/50 text-accent-text'
          : 'rounded-md bg-sunken text-ink',
        !text && 'text-ink-faint',
      )}
    >
      <span className="truncate">{text ? <TemplateText text={text} /> : t('card.emptyButton')}</span>
      {style === 'web_url' && (
        <ExternalLink aria-hidden="true" className="size-3.5 shrink-0 text-ink-faint" />
      )}
    </span>
  );
}
