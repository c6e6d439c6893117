import type { WebSocket } from 'ws';
import { RealtimeSocket } from './realtime-socket';

const setUp = (state: { bufferedAmount: number; readyState: number }) => {
  const sent: string[] = [];
  const socket = { OPEN: 1, ...state, send: (text: string) => sent.push(text) } as unknown as WebSocket;
  return { socket: new RealtimeSocket(socket), sent };
};

describe('RealtimeSocket', () => {
  it('tells a client that is behind nothing that only holds for a moment, and everything else', () => {
    const { socket, sent } = setUp({ bufferedAmount: 20_000, readyState: 1 });
    socket.sendIfIdle('a pointer');
    socket.send({ type: 'ready', since: '1.1' });
    expect(sent).toEqual(['{"type":"ready","since":"1.1"}']);
  });

  it('tells a client that keeps up, and none that is gone', () => {
    const quick = setUp({ bufferedAmount: 300, readyState: 1 });
    quick.socket.sendIfIdle('a pointer');
    const gone = setUp({ bufferedAmount: 0, readyState: 3 });
    gone.socket.sendIfIdle('a pointer');
    expect([quick.sent, gone.sent]).toEqual([['a pointer'], []]);
  });
});
