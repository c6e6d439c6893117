import { Badge } from '@instaflow/ui';
import { MessageSquare } from 'lucide-react';
import { useCommentTexts } from './comment-texts';
import { useOpenComments } from './state/comment-counts';

/** How many threads are open at a step, in words; nothing when none is. */
export function OpenCommentsBadge({ nodeId }: { nodeId: string }) {
  const t = useCommentTexts();
  const count = useOpenComments(nodeId);
  if (count === 0) return null;
  return (
    <Badge tone="accent">
      <MessageSquare aria-hidden="true" className="size-3.5 shrink-0 max-sm:hidden" />
      {t('open', { count })}
    </Badge>
  );
}
