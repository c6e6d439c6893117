import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { useBuilderSession } from '../state/builder-context';
import { openComments } from './open-comments';

const name = 'comment';

/** Opens the thread a link leads to. The address forgets it then: reloading shows the flow, not the same thread again. */
export function useCommentAddress(): void {
  const { overlay } = useBuilderSession();
  const [search, setSearch] = useSearchParams();
  const commentId = search.get(name);
  useEffect(() => {
    if (commentId === null) return;
    openComments(overlay, { nodeId: null, commentId });
    setSearch(
      (previous) => {
        const next = new URLSearchParams(previous);
        next.delete(name);
        return next;
      },
      { replace: true },
    );
  }, [commentId, overlay, setSearch]);
}
