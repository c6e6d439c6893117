import { useCallback } from 'react';
import { useBuilderSession } from '../state/builder-context';
import { useOnceFromAddress } from '../use-once-from-address';
import { openComments } from './open-comments';

/** Opens the thread a link leads to. */
export function useCommentAddress(): void {
  const { overlay } = useBuilderSession();
  useOnceFromAddress(
    'comment',
    useCallback(
      (commentId: string) => {
        openComments(overlay, { nodeId: null, commentId });
      },
      [overlay],
    ),
  );
}
