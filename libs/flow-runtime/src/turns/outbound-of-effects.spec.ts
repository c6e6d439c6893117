import type { Effect } from '@instaflow/flow-engine';
import { loadedTurn } from '../spec-support/loaded-turn';
import { outboundOfEffects } from './outbound-of-effects';

describe('outboundOfEffects', () => {
  const origin = { runId: 'r', flowId: 'f', flowVersionId: 'v', nodeId: 'n' };
  const rowsOf = (effects: Effect[]) => {
    let count = 0;
    const newId = () => `id-${(count += 1)}`;
    return outboundOfEffects({ turn: loadedTurn(), effects, at: 5, newId });
  };

  it('keeps the order of the effects and their keys', () => {
    const rows = rowsOf([
      { kind: 'comment_reply', ...origin, key: 'k0', commentId: 'c1', text: 'See your inbox' },
      {
        kind: 'private_reply',
        ...origin,
        key: 'k1',
        commentId: 'c1',
        message: { text: 'Hi' },
        reportsOutcome: false,
      },
      { kind: 'add_tags', ...origin, key: 'k2', tags: ['x'] },
      {
        kind: 'send_message',
        ...origin,
        key: 'k3',
        message: { media: { url: 'https://x.y/a.png', type: 'image' } },
        reportsOutcome: false,
      },
    ]);
    expect(
      rows.map(({ kind, key, index, priority, type }) => ({ kind, key, index, priority, type })),
    ).toEqual([
      { kind: 'comment_reply', key: 'k0', index: 0, priority: 5, type: 'comment_reply' },
      { kind: 'private_reply', key: 'k1', index: 1, priority: 5, type: 'text' },
      { kind: 'message', key: 'k3', index: 2, priority: 3, type: 'image' },
    ]);
    expect(rows[1]?.payload).toEqual({ commentId: 'c1', message: { text: 'Hi' } });
    expect(rows[2]?.content).toEqual({ mediaUrl: 'https://x.y/a.png', mediaType: 'image' });
  });

  it('marks the confirmation of an opt-out as allowed to leave', () => {
    const [row] = rowsOf([
      { kind: 'opt_out', ...origin, key: 'k0', word: 'stop' },
      { kind: 'send_message', ...origin, key: 'k1', message: { text: 'Bye' }, reportsOutcome: false },
    ]);
    expect(row?.payload).toEqual({ message: { text: 'Bye' }, allowWhenOptedOut: true });
  });
});
