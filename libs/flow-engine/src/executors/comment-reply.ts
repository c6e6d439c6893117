import { rollDie } from '../text/roll-die';
import { withFilledTemplates } from './fill';
import { forKind } from './for-kind';

export const executeCommentReply = forKind('comment_reply', (context) => {
  const { node, run, die } = context;
  const { commentId } = run;
  if (commentId === null) return { outcome: 'advanced', signal: { kind: 'next' }, reason: 'no_comment' };
  const written = Array.isArray(node.text) ? node.text : [node.text ?? ''];
  const variants = written.filter((text) => text.trim() !== '');
  const chosen = variants[Math.floor(rollDie(die, `${commentId}/${node.id}`) * variants.length)];
  return withFilledTemplates(context, (fill) => {
    const text = fill(chosen).trim();
    if (text === '') return { outcome: 'advanced', signal: { kind: 'next' }, reason: 'empty_message' };
    return {
      outcome: 'advanced',
      signal: { kind: 'next' },
      effects: [{ kind: 'comment_reply', commentId, text }],
    };
  });
});
