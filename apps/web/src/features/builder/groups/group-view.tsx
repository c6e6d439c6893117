import { Handle, Position, type NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { inputHandleId } from '../card/measure-node';
import { kindLooks } from '../card/kind-looks';
import { useTexts } from '../texts/use-texts';
import { toPaperColor } from './paper-colors';
import type { GroupNode } from './fold-groups';
import { GroupHeader } from './group-header';

/** A group: a frame behind its steps, or one card in place of them. */
export const GroupView = memo(function GroupView({ data, width, height }: NodeProps<GroupNode>) {
  const color = toPaperColor(data.group.color, 'neutral');
  if (data.isFolded) {
    return (
      <div
        data-paper={color}
        style={{ width, height }}
        className="relative flex flex-col rounded-lg bg-(--paper) outline-1 outline-(--paper-line) before:absolute before:inset-x-2 before:-bottom-1.5 before:h-1.5 before:rounded-b-lg before:bg-(--paper) before:outline-1 before:outline-(--paper-line)"
      >
        <GroupHeader data={data} />
        <FoldedSteps kinds={data.kinds} count={data.count} />
        <Handle
          type="target"
          id={inputHandleId}
          position={Position.Left}
          isConnectable={false}
          className="builder-handle"
          data-side="in"
          style={{ top: 24, left: -5 }}
        />
        <Handle
          type="source"
          id="out"
          position={Position.Right}
          isConnectable={false}
          className="builder-handle"
          data-side="out"
          style={{ top: 24, right: -5 }}
        />
      </div>
    );
  }
  return (
    <div
      data-paper={color}
      style={{ width, height }}
      className="rounded-xl bg-(--paper) opacity-90 outline-1 outline-(--paper-line) outline-dashed"
    >
      <GroupHeader data={data} />
    </div>
  );
});

function FoldedSteps({ kinds, count }: { kinds: string; count: number }) {
  const t = useTexts();
  return (
    <div className="flex items-center gap-1.5 px-3 pb-3">
      {kinds
        .split(',')
        .slice(0, 5)
        .map((kind) => {
          const { icon: Icon, tone } = kindLooks(kind);
          return (
            <span
              key={kind}
              aria-hidden="true"
              data-tone={tone}
              className="grid size-6 place-items-center rounded-md bg-(--kind-soft) text-(--kind)"
            >
              <Icon className="size-3.5" />
            </span>
          );
        })}
      <span className="ml-auto text-xs text-ink-muted tabular-nums">{t('groupView.steps', { count })}</span>
    </div>
  );
}
