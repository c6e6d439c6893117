import { isDisabled, type FlowNode } from '@instaflow/flow-model';
import { Badge, cx, IconButton } from '@instaflow/ui';
import { Ellipsis, Shuffle, Trash2 } from 'lucide-react';
import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { deleteSteps } from '../actions/delete-selection';
import { canSplice } from '../actions/splice-step';
import { OpenCommentsBadge } from '../comments/open-comments-badge';
import { useNodeMark } from '../overlay/use-overlay';
import { KindIcon } from '../palette/kind-icon';
import { useBuilder, useBuilderStore } from '../state/builder-context';
import { nameKind } from '../texts/name-kind';
import { useTexts } from '../texts/use-texts';
import type { OutlineStep } from './list-outline';
import { OutlineOutlets } from './outline-outlets';
import { summarizeStep } from './summarize-step';

const indentPx = 20;
const maxIndent = 4;

/** One step of the outline: what it is, what it says, and where its ways out lead. */
export const OutlineItem = memo(OutlineRow, ({ outline: before }, { outline: after }) =>
  isSameStep(before, after),
);

function isSameStep(before: OutlineStep, after: OutlineStep): boolean {
  return (
    before.node === after.node &&
    before.step === after.step &&
    before.level === after.level &&
    before.isReached === after.isReached
  );
}

function OutlineRow({ outline }: { outline: OutlineStep }) {
  const { t, i18n } = useTranslation('builder');
  const { node, step, level, isReached } = outline;
  const store = useBuilderStore();
  const edit = useRef<HTMLButtonElement>(null);
  const isSelected = useBuilder(({ selectedNodeIds }) => selectedNodeIds.has(node.id));
  const isFocusWanted = useBuilder(({ focusNodeId }) => focusNodeId === node.id);
  const name = node.name || nameKind(t, node.type);
  const summary = summarizeStep(t, node, i18n.language);

  useEffect(() => {
    if (!isFocusWanted) return;
    edit.current?.focus();
    store.getState().settle('focusNodeId');
    store.getState().settle('revealNodeId');
  }, [isFocusWanted, store]);

  return (
    <div
      style={{ marginLeft: Math.min(level, maxIndent) * indentPx }}
      className={cx(
        'rounded-lg border bg-surface',
        isSelected ? 'border-accent' : 'border-line',
        (!isReached || isDisabled(node)) && 'border-dashed',
        isDisabled(node) && 'text-ink-muted',
      )}
    >
      <div className="flex items-center gap-1 pr-2">
        <button
          ref={edit}
          type="button"
          data-outline-step={node.id}
          onClick={() => {
            store.getState().openNode(node.id, '');
          }}
          className="flex min-h-12 min-w-0 flex-1 items-center gap-3 rounded-lg px-3 py-2 text-left hover:bg-hover"
        >
          <span aria-hidden="true" className="w-5 shrink-0 text-right text-xs text-ink-faint tabular-nums">
            {step}
          </span>
          <span className="sr-only">
            {t('outlineView.edit', { name: `${String(step)}, ${nameKind(t, node.type)}` })}
          </span>
          <KindIcon type={node.type} />
          <span className="flex min-w-0 flex-1 flex-col">
            <span className="truncate font-medium">{name}</span>
            {summary && <span className="line-clamp-2 text-sm text-ink-muted">{summary}</span>}
            <span className="flex flex-wrap gap-1 pt-1 empty:hidden">
              <GroupBadge nodeId={node.id} />
              <StepBadges node={node} isReached={isReached} />
              <OpenCommentsBadge nodeId={node.id} />
            </span>
          </span>
        </button>
        <StepActions node={node} name={name} />
      </div>
      <OutlineOutlets node={node} outlets={outline.outlets} />
    </div>
  );
}

function StepActions({ node, name }: { node: FlowNode; name: string }) {
  return (
    <>
      <RelocateStep nodeId={node.id} name={name} />
      {node.type !== 'start' && <DeleteStep nodeId={node.id} name={name} />}
      {node.type !== 'note' && <MoreOfStep nodeId={node.id} name={name} />}
    </>
  );
}

function RelocateStep({ nodeId, name }: { nodeId: string; name: string }) {
  const t = useTexts();
  const store = useBuilderStore();
  const canMove = useBuilder(({ definition, isReadOnly }) => !isReadOnly && canSplice(definition, nodeId));
  if (!canMove) return null;
  return (
    <IconButton
      size="sm"
      hasTooltip={false}
      label={t('outlineView.relocate', { name })}
      onClick={() => {
        const { selectNodes, setDialog } = store.getState();
        selectNodes([nodeId]);
        setDialog('relocate');
      }}
    >
      <Shuffle aria-hidden="true" />
    </IconButton>
  );
}

function DeleteStep({ nodeId, name }: { nodeId: string; name: string }) {
  const t = useTexts();
  const store = useBuilderStore();
  const isReadOnly = useBuilder((state) => state.isReadOnly);
  if (isReadOnly) return null;
  return (
    <IconButton
      size="sm"
      hasTooltip={false}
      label={t('outlineView.delete', { name })}
      onClick={() => {
        deleteSteps(store, [nodeId]);
      }}
    >
      <Trash2 aria-hidden="true" />
    </IconButton>
  );
}

/** The same menu as on the canvas: off and on, breakpoint, duplicate. */
function MoreOfStep({ nodeId, name }: { nodeId: string; name: string }) {
  const t = useTexts();
  const store = useBuilderStore();
  return (
    <IconButton
      size="sm"
      hasTooltip={false}
      aria-haspopup="menu"
      label={t('outlineView.actions', { name })}
      onClick={({ currentTarget }) => {
        const { left, bottom } = currentTarget.getBoundingClientRect();
        store.getState().selectNodes([nodeId]);
        store.getState().setStepMenu({ x: left, y: bottom }, nodeId);
      }}
    >
      <Ellipsis aria-hidden="true" />
    </IconButton>
  );
}

function GroupBadge({ nodeId }: { nodeId: string }) {
  const t = useTexts();
  const name = useBuilder(
    ({ definition }) => definition.groups?.find(({ nodeIds }) => nodeIds.includes(nodeId))?.name,
  );
  if (name === undefined) return null;
  return (
    <Badge className="max-w-40">
      <span className="sr-only">{t('outlineView.inGroup', { name })}</span>
      <span aria-hidden="true" className="truncate">
        {name}
      </span>
    </Badge>
  );
}

function StepBadges({ node, isReached }: { node: FlowNode; isReached: boolean }) {
  const t = useTexts();
  const nodeId = node.id;
  const hasBreakpoint = useBuilder(({ breakpointIds }) => breakpointIds.has(nodeId));
  const mark = useNodeMark(nodeId);
  const errors = useBuilder(({ problems }) => countOf(problems, nodeId, 'error'));
  const warnings = useBuilder(({ problems }) => countOf(problems, nodeId, 'warning'));
  return (
    <>
      {mark?.kind === 'proposal' && mark.isProposed && <Badge tone="accent">{t('step.proposed')}</Badge>}
      {isDisabled(node) && <Badge>{t('step.offInOutline')}</Badge>}
      {hasBreakpoint && <Badge tone="danger">{t('step.breakpoint')}</Badge>}
      {!isReached && <Badge tone="warning">{t('outlineView.notReached')}</Badge>}
      {errors > 0 && <Badge tone="danger">{t('card.errors', { count: errors })}</Badge>}
      {errors === 0 && warnings > 0 && (
        <Badge tone="warning">{t('card.warnings', { count: warnings })}</Badge>
      )}
    </>
  );
}

function countOf(
  problems: readonly { nodeId: string | null; severity: string }[],
  nodeId: string,
  severity: 'error' | 'warning',
): number {
  return problems.filter((problem) => problem.nodeId === nodeId && problem.severity === severity).length;
}
