import { cx } from '@instaflow/ui';
import { findCondition } from '../actions/connect-steps';
import { deleteEdge } from '../actions/delete-selection';
import { useBuilderStore } from '../state/builder-context';
import { useTexts } from '../texts/use-texts';

const radius = 12;

/**
 * Add and delete, in the middle of a connection. Drawn in SVG inside the edge, so that hovering the line and hovering
 * the buttons are the same hover. The keyboard reaches connections through their step's panel and the outline.
 */
export function EdgeTools({
  edgeId,
  x,
  y,
  isShown,
}: {
  edgeId: string;
  x: number;
  y: number;
  isShown: boolean;
}) {
  const t = useTexts();
  const store = useBuilderStore();
  const openAddMenu = (anchor: { x: number; y: number }) => {
    const { definition, setAddMenu } = store.getState();
    const separator = edgeId.indexOf('|');
    const nodeId = edgeId.slice(0, separator);
    const condition = findCondition(definition, nodeId, edgeId.slice(separator + 1));
    if (condition === undefined) return;
    setAddMenu({
      wiring: { kind: 'edge', nodeId, condition },
      position: { x: x - 140, y: y - 24 },
      anchor,
    });
  };
  return (
    <g
      transform={`translate(${String(x)} ${String(y)})`}
      className={cx('transition-opacity', isShown ? 'opacity-100' : 'opacity-0 group-hover/edge:opacity-100')}
    >
      <ToolButton
        x={-radius - 2}
        label={t('canvasLabels.insert')}
        icon="M-4 0H4M0 -4V4"
        onPress={(event) => {
          openAddMenu({ x: event.clientX + 8, y: event.clientY + 8 });
        }}
      />
      <ToolButton
        x={radius + 2}
        label={t('canvasLabels.deleteEdge')}
        icon="M-3.5 -3.5L3.5 3.5M3.5 -3.5L-3.5 3.5"
        onPress={() => {
          deleteEdge(store, edgeId);
        }}
      />
    </g>
  );
}

function ToolButton({
  x,
  label,
  icon,
  onPress,
}: {
  x: number;
  label: string;
  icon: string;
  onPress: (event: React.MouseEvent) => void;
}) {
  return (
    <g
      role="button"
      tabIndex={-1}
      aria-label={label}
      transform={`translate(${String(x)} 0)`}
      className="group/tool cursor-pointer"
      onClick={(event) => {
        event.stopPropagation();
        onPress(event);
      }}
    >
      <title>{label}</title>
      <circle
        r={radius}
        className="fill-surface stroke-line-strong group-hover/tool:fill-accent group-hover/tool:stroke-accent"
      />
      <path
        d={icon}
        strokeWidth={1.75}
        strokeLinecap="round"
        className="stroke-ink group-hover/tool:stroke-accent-ink"
      />
    </g>
  );
}
