import { Button } from '@instaflow/ui';
import { MessageSquare } from 'lucide-react';
import { useEffect } from 'react';
import { closeOverlayPanel } from '../overlay/close-overlay-panel';
import { useOverlay } from '../overlay/use-overlay';
import { useBuilderSession } from '../state/builder-context';
import { useIsPhone } from '../use-is-phone';
import { useCommentCounts } from './api/use-comment-counts';
import { CommentBadge } from './comment-badge';
import { useCommentTexts } from './comment-texts';
import { openComments } from './open-comments';
import { commentCounts, useAllOpenComments } from './state/comment-counts';
import { useCommentAddress } from './use-comment-address';
import { useCommentStream } from './use-comment-stream';

/**
 * Leads to all comments of the flow, and says how many are open; on phones the menu does. Keeps the badges of the cards up
 * to date.
 */
export function CommentsButton() {
  const t = useCommentTexts();
  const session = useBuilderSession();
  const isOpen = useOverlay(({ panel }) => panel?.kind === 'comments');
  const count = useAllOpenComments();
  const isPhone = useIsPhone();
  useBadges();
  useCommentStream();
  useCommentAddress();
  if (isPhone) return null;
  return (
    <Button
      size="sm"
      variant="ghost"
      data-comments-button
      aria-pressed={isOpen}
      aria-label={count === 0 ? t('button') : t('buttonOpen', { count })}
      title={t('button')}
      className="min-w-7 px-1.5 tabular-nums aria-pressed:bg-accent-soft aria-pressed:text-accent-text touch:min-w-10"
      onClick={() => {
        if (isOpen) closeOverlayPanel(session);
        else openComments(session.overlay, { nodeId: null });
      }}
    >
      <MessageSquare aria-hidden="true" />
      {count > 0 && count}
    </Button>
  );
}

function useBadges(): void {
  const { overlay, flowId } = useBuilderSession();
  const { data } = useCommentCounts();
  useEffect(() => {
    if (!data) return;
    commentCounts.show(data);
    overlay.setState({ drawComments: data.some(({ open }) => open > 0) ? CommentBadge : null });
  }, [data, overlay]);
  useEffect(() => commentCounts.forget, [flowId]);
}
