import { eventsOf, textEvents } from '../spec-support/webhook-events';
import { toIntakeRow } from './to-intake-row';
import { toUnstorableRow } from './to-unstorable-row';

describe('toIntakeRow', () => {
  const account = '17841400000000001';
  const now = Date.parse('2026-03-01T10:00:00Z');
  const newId = () => 'id';
  const rowOf = (messaging: object) => {
    const [event] = eventsOf([{ account, messaging }], now);
    if (event === undefined) throw new Error('no event');
    return toIntakeRow(event, newId);
  };
  const inbound = { sender: { id: '1' }, recipient: { id: account }, timestamp: now };

  it('stores a text as a message that opens the window and is debounced', () => {
    expect(rowOf({ ...inbound, message: { mid: 'm', text: 'hi' } })).toMatchObject({
      kind: 'text',
      status: 'received',
      messageType: 'text',
      preview: 'hi',
      opensWindow: true,
      isDebounced: true,
      contactInstagramId: '1',
    });
  });

  it('does not debounce a tap', () => {
    const tap = rowOf({ ...inbound, message: { mid: 'm', text: 'Yes', quick_reply: { payload: 'Y' } } });
    expect(tap).toMatchObject({ kind: 'quick_reply', isDebounced: false, opensWindow: true });
  });

  it('stores an echo for the contact it went to, without a message of its own', () => {
    const echo = rowOf({
      sender: { id: account },
      recipient: { id: '1' },
      timestamp: now,
      message: { mid: 'm', text: 'ours', is_echo: true },
    });
    expect(echo).toMatchObject({
      kind: 'echo',
      contactInstagramId: '1',
      messageType: null,
      status: 'received',
    });
    expect(echo.event).toMatchObject({ message: { type: 'text', preview: 'ours' } });
  });

  it('only records what a standby app is told', () => {
    const [event] = textEvents([{ mid: 'm', from: '1', to: account, text: 'hi' }], now);
    if (event === undefined) throw new Error('no event');
    expect(toIntakeRow({ ...event, isStandby: true }, newId)).toMatchObject({
      status: 'ignored',
      reason: 'standby',
    });
  });

  it('keeps of an event the database refuses what cannot be refused', () => {
    const row = rowOf({ ...inbound, message: { mid: 'm', text: 'hi' } });
    const kept = toUnstorableRow({
      ...row,
      entryId: '\u0000',
      platformAt: Infinity,
      raw: { text: '\u0000' },
    });
    expect(kept).toMatchObject({
      entryId: 'unreadable',
      platformAt: 0,
      status: 'unhandled',
      contactInstagramId: null,
    });
    expect(JSON.stringify(kept)).not.toContain('u0000');
  });
});
