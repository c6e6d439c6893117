import { Button, SegmentedControl } from '@instaflow/ui';
import { ArrowLeft } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useAccess } from '../../../shared/account/use-access';
import { useBuilderSession } from '../state/builder-context';
import { selectOnlyNodeId } from '../state/selection-slice';
import { useStepName } from '../texts/use-step-name';
import { useIsPhone } from '../use-is-phone';
import { useStepInView } from '../use-step-in-view';
import { useCommentThread } from './api/use-comment-thread';
import type { ThreadState } from './api/use-comment-threads';
import { CommentComposer } from './composer/comment-composer';
import { useCommentTexts } from './comment-texts';
import { LinkedThread } from './linked-thread';
import { openComments } from './open-comments';
import { ThreadList } from './thread-list';

export type CommentsPanelProps = {
  /** The step they are about; all of the flow when null. */
  nodeId: string | null;
  /** A comment a link leads to. */
  commentId: string | null;
};

/** Comments on a step, or all of the flow, with a field to write one. */
export function CommentsPanel({ nodeId, commentId }: CommentsPanelProps) {
  const t = useCommentTexts();
  const { overlay } = useBuilderSession();
  const { can } = useAccess();
  const [state, setState] = useState<ThreadState>('open');
  const isPhone = useIsPhone();
  const canWrite = can('editFlows');
  const step = useStepName(nodeId);
  // The link may name an answer: the thread is the one it belongs to.
  const linkedId = useCommentThread(commentId).data?.commentId ?? null;
  const isTypedAtOnce = useRef(commentId === null && !isPhone);
  useEffect(() => {
    // Only whoever opens the panel is led into it: who selects another step meanwhile stays on the canvas.
    isTypedAtOnce.current = false;
  }, []);
  useReturningFocus();
  useStepInView(nodeId);
  return (
    <div className="flex flex-col gap-4">
      {nodeId !== null && (
        <Button
          size="sm"
          variant="ghost"
          className="self-start"
          onClick={() => {
            openComments(overlay, { nodeId: null });
          }}
        >
          <ArrowLeft aria-hidden="true" />
          {t('all')}
        </Button>
      )}
      {canWrite && (nodeId === null || step !== null) && (
        <CommentComposer
          // Each step keeps what was begun on it.
          key={nodeId ?? ''}
          isFocused={isTypedAtOnce.current}
          target={{ kind: 'thread', nodeId }}
          label={step === null ? t('composer.onFlow') : t('composer.onStep', { step })}
          sendLabel={t('composer.send')}
        />
      )}
      {commentId !== null && <LinkedThread key={commentId} commentId={commentId} canWrite={canWrite} />}
      <SegmentedControl
        label={t('filter.label')}
        className="self-start"
        value={state}
        options={[
          { value: 'open', label: t('filter.open') },
          { value: 'resolved', label: t('filter.resolved') },
        ]}
        onChange={setState}
      />
      <ThreadList state={state} nodeId={nodeId} hiddenId={linkedId} canWrite={canWrite} />
    </div>
  );
}

/** When the panel goes with the focus in it, one goes on at the selected step, or at the button that leads here. */
function useReturningFocus(): void {
  const { store } = useBuilderSession();
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        if (document.activeElement !== document.body) return;
        const nodeId = selectOnlyNodeId(store.getState());
        if (nodeId === null) document.querySelector<HTMLElement>('[data-comments-button]')?.focus();
        else store.getState().goToNode(nodeId);
      });
    },
    [store],
  );
}
