import { buildMessages } from './build-messages';
import { withFilledTemplates } from './fill';
import { forKind } from './for-kind';
import { resumeSending, sendAndWait } from './send-and-wait';

export const executeMessage = forKind('message', (context) => {
  const { node, input } = context;
  if (input.kind !== 'enter') return resumeSending(node, context);
  return withFilledTemplates(context, (fill) =>
    sendAndWait(node, buildMessages(node.content ?? {}, fill), context),
  );
});
