import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { closeHttp } from './close-http';

async function listen() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = () => closeHttp(server, () => new Promise<void>((resolve) => server.close(() => resolve())));
  return { server, port, close };
}

describe('closeHttp', () => {
  it('lets what is under way be answered', async () => {
    const { server, port, close } = await listen();
    const answer = fetch(`http://127.0.0.1:${port}/`);
    const [, response] = (await once(server, 'request')) as [unknown, ServerResponse];
    const closed = close();
    response.end('done');
    expect(await (await answer).text()).toBe('done');
    await closed;
  });

  it('does not wait for a connection that was never used', async () => {
    const { port, close } = await listen();
    const socket = connect({ host: '127.0.0.1', port });
    const cut = once(socket, 'close');
    await once(socket, 'connect');
    await close();
    await cut;
  });

  it('cuts off a request that is never answered', async () => {
    const { server, port, close } = await listen();
    const answer = fetch(`http://127.0.0.1:${port}/`).catch(() => 'cut off');
    await once(server, 'request');
    await close();
    expect(await answer).toBe('cut off');
  });
});
