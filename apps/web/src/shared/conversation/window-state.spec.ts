import { messagingLimits } from '@instaflow/contracts';
import { humanAgentMs, windowStateOf } from './window-state';

const lastUserMessageAt = '2026-11-20T10:00:00.000Z';
const windowExpiresAt = '2026-11-21T10:00:00.000Z';
const hours = (count: number) => Date.parse(lastUserMessageAt) + count * 3_600_000;

describe('windowStateOf', () => {
  it('is open for a day, then for people only, then closed', () => {
    const conversation = { windowExpiresAt, lastUserMessageAt };
    expect(windowStateOf(conversation, hours(20))).toEqual({
      kind: 'open',
      endsAt: windowExpiresAt,
      leftMs: 4 * 3_600_000,
    });
    expect(windowStateOf(conversation, hours(24))).toMatchObject({
      kind: 'human',
      endsAt: '2026-11-27T10:00:00.000Z',
    });
    expect(windowStateOf(conversation, hours(7 * 24))).toEqual({ kind: 'closed' });
  });

  it('knows someone who only commented', () => {
    expect(windowStateOf({ windowExpiresAt: null, lastUserMessageAt: null }, hours(0))).toEqual({
      kind: 'never',
    });
  });

  it('counts the days of people as the contracts do', () => {
    expect(humanAgentMs).toBe(messagingLimits.humanAgentMs);
  });
});
