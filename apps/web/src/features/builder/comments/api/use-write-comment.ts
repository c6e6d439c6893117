import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { callApi } from '../../../../shared/api/call-api';
import { createRandomId } from '../../../../shared/api/create-random-id';
import { whenSaved } from '../../autosave/when-saved';
import { useBuilderSession } from '../../state/builder-context';
import { commentKeys } from './comment-keys';

/** What is written: a new thread at a step or at the flow (null), an answer, or an own comment in other words. */
export type CommentTarget =
  | { kind: 'thread'; nodeId: string | null }
  | { kind: 'reply'; threadId: string }
  | { kind: 'edit'; commentId: string };

export type CommentWords = { text: string; mentionedUserIds: string[] };

/** The server does not know the step yet, and cannot be told now. */
export class StepNotSaved extends Error {}

/** Writes a comment. Trying again repeats the same idempotency key, so that an answer that got lost does not double it. */
export function useWriteComment(target: CommentTarget) {
  const session = useBuilderSession();
  const queryClient = useQueryClient();
  const { flowId } = session;
  const attempt = useRef({ words: '', idempotencyKey: '' });

  const send = async (body: CommentWords): Promise<void> => {
    const words = JSON.stringify(body);
    if (attempt.current.words !== words) attempt.current = { words, idempotencyKey: createRandomId() };
    const { idempotencyKey } = attempt.current;
    switch (target.kind) {
      case 'thread': {
        const { nodeId } = target;
        if (nodeId !== null && !(await whenSaved(session))) throw new StepNotSaved();
        const request = { params: { id: flowId }, body: { nodeId, ...body } };
        await callApi('createFlowComment', request, { idempotencyKey });
        break;
      }
      case 'reply': {
        const params = { id: flowId, commentId: target.threadId };
        await callApi('replyToFlowComment', { params, body }, { idempotencyKey });
        break;
      }
      case 'edit': {
        const params = { id: flowId, commentId: target.commentId };
        await callApi('updateFlowComment', { params, body });
        break;
      }
    }
    attempt.current = { words: '', idempotencyKey: '' };
  };

  return useMutation({
    mutationFn: send,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: commentKeys.all(flowId) }),
  });
}
