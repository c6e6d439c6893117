import { MenuItem } from '@instaflow/ui';
import { MessageSquare } from 'lucide-react';
import { useBuilderSession } from '../state/builder-context';
import { useCommentTexts } from './comment-texts';
import { openComments } from './open-comments';
import { useAllOpenComments } from './state/comment-counts';

/** Leads to all comments of the flow from a menu, and says how many are open. */
export function CommentsMenuItem() {
  const t = useCommentTexts();
  const { overlay } = useBuilderSession();
  const count = useAllOpenComments();
  return (
    <MenuItem
      onSelect={() => {
        openComments(overlay, { nodeId: null });
      }}
    >
      <MessageSquare aria-hidden="true" />
      {count === 0 ? t('button') : t('buttonOpen', { count })}
    </MenuItem>
  );
}
