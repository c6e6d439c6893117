import type { Effect, OutgoingMessage } from '../effect';
import type { RunState } from '../run-state';
import type { EffectDraft } from './step';
import { countVisits } from './visits';

const maxSentButtons = 200;

type Emitted = { run: RunState; effects: Effect[] };
type Origin = Pick<Effect, 'key' | 'runId' | 'flowId' | 'flowVersionId' | 'nodeId'>;

/**
 * Gives the effects of one step their keys. In a run that a comment began, the first message becomes the private
 * reply and what follows is held back until the person answers (one message per comment, Meta's private replies).
 */
export function emitEffects(
  run: RunState,
  nodeId: string,
  drafts: readonly EffectDraft[],
  isWindowOpen: boolean,
): Emitted {
  const ordered = run.privateReply === 'unsent' ? putTextFirst(drafts) : drafts;
  return ordered.reduce<Emitted>((emitted, draft) => emitOne(emitted, nodeId, draft, isWindowOpen), {
    run,
    effects: [],
  });
}

/** The key of the next effect of a node's current visit. */
export function nextOrigin(run: RunState, nodeId: string): Origin {
  const { runId, flowId, flowVersionId, nextEffectIndex } = run;
  return {
    key: `${runId}/${nodeId}/${countVisits(run, nodeId)}/${nextEffectIndex}`,
    runId,
    flowId,
    flowVersionId,
    nodeId,
  };
}

function emitOne(
  { run, effects }: Emitted,
  nodeId: string,
  draft: EffectDraft,
  isWindowOpen: boolean,
): Emitted {
  const origin = nextOrigin(run, nodeId);
  const counted = { ...run, nextEffectIndex: run.nextEffectIndex + 1 };
  if (draft.kind !== 'send_message') return { run: counted, effects: [...effects, { ...draft, ...origin }] };
  const remembered = rememberButtons(counted, nodeId, draft.message);
  if (run.privateReply === 'unanswered' && !isWindowOpen) {
    return { run: { ...remembered, held: [...run.held, { ...draft, ...origin }] }, effects };
  }
  if (run.privateReply === 'unsent' && run.commentId !== null) {
    const effect: Effect = { ...draft, ...origin, kind: 'private_reply', commentId: run.commentId };
    const privateReply = isWindowOpen ? 'answered' : 'unanswered';
    return { run: { ...remembered, privateReply }, effects: [...effects, effect] };
  }
  return { run: remembered, effects: [...effects, { ...draft, ...origin }] };
}

/** Media in a private reply fail for people who do not follow the account, and use the comment's one reply up. */
function putTextFirst(drafts: readonly EffectDraft[]): readonly EffectDraft[] {
  const firstMessage = drafts.findIndex(({ kind }) => kind === 'send_message');
  const firstText = drafts.findIndex(
    (draft) => draft.kind === 'send_message' && draft.message.text !== undefined,
  );
  const text = drafts[firstText];
  if (!text || firstText === firstMessage) return drafts;
  return drafts.toSpliced(firstText, 1).toSpliced(firstMessage, 0, text);
}

function rememberButtons(run: RunState, nodeId: string, message: OutgoingMessage): RunState {
  const buttons = [
    message.buttons ?? [],
    ...(message.elements ?? []).map((element) => element.buttons ?? []),
  ].flat();
  const postbacks = buttons.flatMap((button) => (button.type === 'postback' ? [button] : []));
  // What Instagram knows of a person comes back as a text.
  const choices = (message.quickReplies ?? []).filter(({ type }) => type === undefined);
  const sent = [...choices, ...postbacks].map(({ payload, title }) => ({
    payload,
    title,
    flowVersionId: run.flowVersionId,
    nodeId,
  }));
  if (sent.length === 0) return run;
  const others = run.sentButtons.filter(
    (old) => !sent.some((now) => now.nodeId === old.nodeId && now.payload === old.payload),
  );
  return { ...run, sentButtons: [...others, ...sent].slice(-maxSentButtons) };
}
