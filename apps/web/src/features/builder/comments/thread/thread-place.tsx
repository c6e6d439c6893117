import type { CommentThread } from '@instaflow/contracts';
import { Locate } from 'lucide-react';
import { useBuilderStore } from '../../state/builder-context';
import { nameKind } from '../../texts/name-kind';
import { useStepName } from '../../texts/use-step-name';
import { useTexts } from '../../texts/use-texts';
import { useCommentTexts } from '../comment-texts';

/** What a thread is about: a step to go to, one that is gone, or the flow itself. */
export function ThreadPlace({ thread: { nodeId, nodeName, nodeType } }: { thread: CommentThread }) {
  const t = useCommentTexts();
  const kindText = useTexts();
  const store = useBuilderStore();
  const step = useStepName(nodeId);
  if (nodeId === null) return <p className="text-xs font-medium text-ink-muted">{t('onFlow')}</p>;
  if (step === null) {
    const was = nodeName || (nodeType === null ? '' : nameKind(kindText, nodeType));
    return (
      <p className="text-xs font-medium break-words text-ink-muted">
        {was ? t('deletedStep', { step: was }) : t('deletedStepPlain')}
      </p>
    );
  }
  return (
    <button
      type="button"
      aria-label={t('onStep', { step })}
      onClick={() => {
        const { selectNodes, revealNode } = store.getState();
        selectNodes([nodeId]);
        revealNode(nodeId);
      }}
      className="flex min-h-6 max-w-full cursor-pointer items-center gap-1.5 self-start rounded-sm text-xs font-medium text-accent-text hover:underline touch:min-h-10"
    >
      <Locate aria-hidden="true" className="size-3.5 shrink-0" />
      <span className="truncate">{step}</span>
    </button>
  );
}
