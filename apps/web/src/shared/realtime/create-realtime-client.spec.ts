import { createRealtimeClient, type RealtimeSocket } from './create-realtime-client';

type FakeSocket = RealtimeSocket & { sent: string[]; isClosed: boolean };

const settle = async () => {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
};

const setUp = (token: string | null = 'token') => {
  const sockets: FakeSocket[] = [];
  const delays: { ms: number; run: () => void }[] = [];
  const seen: string[] = [];
  const client = createRealtimeClient({
    openSocket: () => {
      const socket: FakeSocket = {
        sent: [],
        isClosed: false,
        send: (text) => void socket.sent.push(text as string),
        close: () => {
          socket.isClosed = true;
          socket.onclose?.call(socket as never, {} as never);
        },
        onopen: null,
        onmessage: null,
        onclose: null,
        onerror: null,
      };
      sockets.push(socket);
      return socket;
    },
    getToken: async () => token,
    onEvent: (event) => seen.push(event.id),
    onPresence: ({ flowId }) => seen.push(`at ${flowId}`),
    onPointer: ({ userId, position }) => seen.push(`${userId} points at ${position?.x}`),
    onResync: () => seen.push('resync'),
    onStateChange: (state) => seen.push(state),
    delay: (ms, run) => {
      delays.push({ ms, run });
      return () => undefined;
    },
    random: () => 0.999,
  });
  const receive = (index: number, message: unknown) =>
    sockets[index]?.onmessage?.call(sockets[index] as never, { data: JSON.stringify(message) } as never);
  const open = (index: number) => sockets[index]?.onopen?.call(sockets[index] as never, {} as never);
  return { client, sockets, delays, seen, receive, open };
};

describe('createRealtimeClient', () => {
  it('says hello with the token inside the message', async () => {
    const { client, sockets, open, receive, seen } = setUp();
    client.start();
    await settle();
    open(0);
    receive(0, { type: 'ready', since: '7' });
    expect(JSON.parse(sockets[0]?.sent[0] ?? '')).toEqual({
      type: 'authenticate',
      token: 'token',
      since: null,
    });
    expect(seen).toEqual(['connecting', 'online']);
  });

  it('says who looks at a flow while the stream is open, and tells who does', async () => {
    const { client, sockets, open, receive, seen } = setUp();
    const here = { type: 'flow.presence' as const, flowId: 'f', nodeId: null };
    client.start();
    await settle();
    open(0);
    client.send(here);
    expect(sockets[0]?.sent).toHaveLength(1);
    receive(0, { type: 'ready', since: '7' });
    client.send(here);
    expect(JSON.parse(sockets[0]?.sent[1] ?? '')).toEqual(here);
    receive(0, { type: 'flow.presence', flowId: 'f', people: [] });
    expect(seen.at(-1)).toBe('at f');
    receive(0, { type: 'flow.pointer', flowId: 'f', userId: 'u', position: { x: 3, y: 4 } });
    expect(seen.at(-1)).toBe('u points at 3');
    sockets[0]?.close();
    client.send(here);
    expect(sockets[0]?.sent).toHaveLength(2);
  });

  it('asks after a lost connection for what came after the last event', async () => {
    const { client, sockets, delays, open, receive } = setUp();
    client.start();
    await settle();
    open(0);
    receive(0, { type: 'ready', since: '7' });
    receive(0, { type: 'message.created', id: '9', data: {} });
    receive(0, { type: 'flow.pointer', flowId: 'f', userId: 'u', position: null });
    sockets[0]?.close();
    delays[0]?.run();
    await settle();
    open(1);
    expect(JSON.parse(sockets[1]?.sent[0] ?? '')).toMatchObject({ since: '9' });
  });

  it('keeps the last event when a replaying connection says ready', async () => {
    const { client, sockets, delays, open, receive } = setUp();
    client.start();
    await settle();
    open(0);
    receive(0, { type: 'message.created', id: '5', data: {} });
    receive(0, { type: 'ready', since: '4' });
    sockets[0]?.close();
    delays[0]?.run();
    await settle();
    open(1);
    expect(JSON.parse(sockets[1]?.sent[0] ?? '')).toMatchObject({ since: '5' });
  });

  it('waits longer after every failure and starts small again once connected', async () => {
    const { client, sockets, delays, receive } = setUp();
    client.start();
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await settle();
      sockets[attempt]?.close();
      delays[attempt]?.run();
    }
    await settle();
    expect(delays.map(({ ms }) => ms)).toEqual([500, 1000, 1999]);
    receive(3, { type: 'ready', since: '1' });
    sockets[3]?.close();
    expect(delays[3]?.ms).toBe(500);
  });

  it('reads everything again on resync', async () => {
    const { client, seen, receive } = setUp();
    client.start();
    await settle();
    receive(0, { type: 'resync', since: '99' });
    expect(seen).toContain('resync');
  });

  it('does not reconnect after it was stopped', async () => {
    const { client, sockets, delays } = setUp();
    client.start();
    await settle();
    client.stop();
    expect(sockets[0]?.isClosed).toBe(true);
    expect(delays).toEqual([]);
  });

  it('ignores what it cannot read', async () => {
    const { client, sockets, seen } = setUp();
    client.start();
    await settle();
    sockets[0]?.onmessage?.call(sockets[0] as never, { data: 'not json' } as never);
    expect(seen).toEqual(['connecting']);
  });
});
