import { cx } from '@instaflow/ui';
import { MessageSquare } from 'lucide-react';
import type { NodeMarksProps } from '../overlay/overlay-store';
import { useBuilderSession } from '../state/builder-context';
import { useCommentTexts } from './comment-texts';
import { openComments } from './open-comments';
import { useOpenComments } from './state/comment-counts';

/** How many threads are open at a step, on its card; opens them. */
export function CommentBadge({ nodeId, isFlat }: NodeMarksProps) {
  const t = useCommentTexts();
  const { overlay } = useBuilderSession();
  const count = useOpenComments(nodeId);
  if (count === 0) return null;
  const label = t('open', { count });
  return (
    <button
      type="button"
      // The outline and ⇧ M are the keyboard's ways: on the canvas Tab leads from step to step.
      tabIndex={-1}
      aria-label={label}
      title={label}
      onClick={(event) => {
        event.stopPropagation();
        openComments(overlay, { nodeId });
      }}
      className={cx(
        'nodrag nopan absolute z-10 inline-flex items-center rounded-full border border-accent bg-accent-soft font-semibold text-accent-text tabular-nums hover:bg-accent hover:text-accent-ink',
        isFlat ? 'top-2 right-2 h-16 gap-2 px-4 text-4xl' : '-top-3 right-3 h-6 gap-1 px-2 text-xs touch:h-8',
      )}
    >
      <MessageSquare aria-hidden="true" className={isFlat ? 'size-9' : 'size-3.5'} />
      {count}
    </button>
  );
}
