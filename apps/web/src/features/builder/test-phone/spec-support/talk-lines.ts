import type { OutgoingMessage, TalkLine } from '@instaflow/flow-engine';

type EffectLine = Extract<TalkLine, { kind: 'effect' }>;

/** A message of the account, as the engine's talk keeps it. */
export const sentLine = (
  message: OutgoingMessage,
  delivery: EffectLine['delivery'] = 'done',
): EffectLine => ({
  kind: 'effect',
  at: 0,
  move: 0,
  effect: {
    kind: 'send_message',
    key: 'k',
    runId: 'r',
    flowId: 'f',
    flowVersionId: 'v',
    nodeId: 'n',
    message,
    reportsOutcome: false,
  },
  delivery,
  reason: null,
  heldUntil: null,
});

/** What the person says. */
export const saidLine = (text: string): TalkLine => ({
  kind: 'event',
  at: 0,
  move: 1,
  event: { id: 'e', kind: 'text', text, payload: null, mid: 'e', at: 0 },
});
