import { canBeDisabled, isDisabled, type FlowNode } from '@instaflow/flow-model';
import { cx, IconButton, Input } from '@instaflow/ui';
import { CopyPlus, Power, Trash2, X } from 'lucide-react';
import { deleteSteps } from '../actions/delete-selection';
import { duplicateSelection } from '../actions/copy-steps';
import { toggleDisabled } from '../actions/toggle-disabled';
import { updateStep } from '../actions/update-step';
import { StepCommentsButton } from '../comments/step-comments-button';
import { KindIcon } from '../palette/kind-icon';
import { useBuilder, useBuilderStore } from '../state/builder-context';
import { nameKind } from '../texts/name-kind';
import { useTexts } from '../texts/use-texts';

/** Kind, name, and what can be done with the step as a whole. */
export function StepHeader({ node, isInSheet = false }: { node: FlowNode; isInSheet?: boolean }) {
  const t = useTexts();
  const store = useBuilderStore();
  const isReadOnly = useBuilder((state) => state.isReadOnly);
  const canRemove = !isReadOnly && node.type !== 'start';
  return (
    <header
      className={cx('flex items-center gap-2 py-2.5', isInSheet ? 'flex-wrap' : 'border-b border-line px-4')}
    >
      <KindIcon type={node.type} />
      {/* In a sheet the name has a row of its own: beside four buttons a phone has no room for it. */}
      <div className={cx('flex flex-1 flex-col', isInSheet ? 'min-w-56' : 'min-w-0')}>
        <span className="px-1.5 text-xs text-ink-muted">{nameKind(t, node.type)}</span>
        <Input
          aria-label={t('panel.name')}
          data-step-name
          value={node.name}
          disabled={isReadOnly}
          maxLength={120}
          onChange={({ target }) => {
            updateStep(store, { nodeId: node.id, fields: { name: target.value }, field: 'name' });
          }}
          className="h-7 border-transparent bg-transparent px-1.5 font-semibold hover:border-line"
        />
      </div>
      <div className="ml-auto flex items-center gap-2">
        <StepCommentsButton nodeId={node.id} name={node.name || nameKind(t, node.type)} />
        {canRemove && <StepActions node={node} />}
      </div>
      {!isInSheet && (
        <IconButton
          size="sm"
          label={t('close')}
          hasTooltip={false}
          onClick={() => {
            store.getState().closePanel();
          }}
        >
          <X aria-hidden="true" />
        </IconButton>
      )}
    </header>
  );
}

function StepActions({ node }: { node: FlowNode }) {
  const t = useTexts();
  const store = useBuilderStore();
  return (
    <>
      {canBeDisabled(node) && (
        <IconButton
          size="sm"
          label={t(isDisabled(node) ? 'panel.enable' : 'panel.disable')}
          onClick={() => {
            toggleDisabled(store, new Set([node.id]));
          }}
        >
          <Power aria-hidden="true" />
        </IconButton>
      )}
      <IconButton
        size="sm"
        label={t('panel.duplicate')}
        onClick={() => {
          duplicateSelection(store);
        }}
      >
        <CopyPlus aria-hidden="true" />
      </IconButton>
      <IconButton
        size="sm"
        label={t('panel.delete')}
        onClick={() => {
          deleteSteps(store, [node.id]);
        }}
      >
        <Trash2 aria-hidden="true" />
      </IconButton>
    </>
  );
}
