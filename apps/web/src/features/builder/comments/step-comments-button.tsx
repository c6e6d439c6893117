import { IconButton } from '@instaflow/ui';
import { MessageSquare } from 'lucide-react';
import { useBuilderSession } from '../state/builder-context';
import { useCommentTexts } from './comment-texts';
import { openComments } from './open-comments';
import { useOpenComments } from './state/comment-counts';

/** Leads to the comments of a step, and says how many are open. */
export function StepCommentsButton({ nodeId, name }: { nodeId: string; name: string }) {
  const t = useCommentTexts();
  const { overlay } = useBuilderSession();
  const count = useOpenComments(nodeId);
  const label = t('showOf', { step: name });
  return (
    <IconButton
      size="sm"
      label={count === 0 ? label : `${label}: ${t('open', { count })}`}
      className={count === 0 ? undefined : 'text-accent-text'}
      onClick={() => {
        openComments(overlay, { nodeId });
      }}
    >
      <MessageSquare aria-hidden="true" />
    </IconButton>
  );
}
