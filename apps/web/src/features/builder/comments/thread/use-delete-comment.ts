import { toast } from '@instaflow/ui';
import { useCallback } from 'react';
import { announce } from '../../../../shared/components/live-region';
import { useErrorText } from '../../../../shared/components/use-error-text';
import { useCommentActions } from '../api/use-comment-actions';
import { useCommentTexts } from '../comment-texts';

/** Deletes an own comment at once, with a way to take that back. */
export function useDeleteComment(): (commentId: string) => void {
  const t = useCommentTexts();
  const errorText = useErrorText();
  const { remove, restore } = useCommentActions();
  const { mutateAsync: removeNow } = remove;
  const { mutateAsync: restoreNow } = restore;
  return useCallback(
    (commentId: string) => {
      const tell = (error: unknown) => {
        toast.error(t('failed', { reason: errorText(error) }));
      };
      const undo = () => {
        restoreNow(commentId).then(() => {
          announce(t('restored'));
        }, tell);
      };
      removeNow(commentId).then(() => {
        toast(t('deleted'), { id: commentId, action: { label: t('undo'), onClick: undo } });
        announce(t('deleted'));
        // The button that was pressed went with the comment.
        requestAnimationFrame(() => {
          if (document.activeElement === document.body)
            document.querySelector<HTMLElement>('[data-comment-list]')?.focus();
        });
      }, tell);
    },
    [removeNow, restoreNow, errorText, t],
  );
}
