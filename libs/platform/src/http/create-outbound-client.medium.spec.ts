import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createOutboundClient, type OutboundRequest } from './create-outbound-client';
import type { ResolveHost } from './resolve-target';

type Handle = (request: IncomingMessage, response: ServerResponse) => void;

describe('the client for addresses that users give us', () => {
  const servers: Server[] = [];
  const listen = async (handle: Handle): Promise<number> => {
    const server = createServer(handle);
    servers.push(server.listen(0, '127.0.0.1'));
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };
  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });

  /** A client that may reach these ports of this machine, and nothing else that is not public. */
  const clientFor = (ports: number[], resolveHost?: ResolveHost) => {
    const allowAddress = ({ address, port }: { address: string; port: number }) =>
      address === '127.0.0.1' && ports.includes(port);
    return createOutboundClient({ allowAddress, resolveHost });
  };
  const get = (url: string, rest: Partial<OutboundRequest> = {}): OutboundRequest => ({
    method: 'GET',
    url,
    headers: {},
    body: null,
    timeoutMs: 3_000,
    maxBytes: 1_000,
    ...rest,
  });
  const text = (answer: Awaited<ReturnType<ReturnType<typeof clientFor>>>) =>
    answer.ok ? `${answer.status} ${answer.body.toString()}` : answer.reason;

  it('sends method, headers and body, and asks for nothing compressed', async () => {
    const port = await listen((request, response) => {
      const { method, url, headers } = request;
      void request.toArray().then((chunks: Buffer[]) => {
        const { 'x-key': key, 'accept-encoding': encoding } = headers;
        response.end(JSON.stringify({ method, url, key, encoding, body: Buffer.concat(chunks).toString() }));
      });
    });
    const request = get(`http://127.0.0.1:${port}/a?b=1#c`, {
      method: 'POST',
      headers: { 'X-Key': 'k', 'Accept-Encoding': 'gzip' },
      body: '{}',
    });
    const answer = await clientFor([port])(request);
    expect(answer.ok && JSON.parse(answer.body.toString())).toEqual({
      method: 'POST',
      url: '/a?b=1',
      key: 'k',
      encoding: 'identity',
      body: '{}',
    });
  });

  it.each([
    'http://127.0.0.1:1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://127.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://169.254.169.254/latest/meta-data',
    'http://0.0.0.0/',
    'http://localhost/',
    'http://127.0.0.1./',
  ])('refuses %s', async (url) => {
    expect(await createOutboundClient()(get(url))).toMatchObject({ ok: false, reason: 'address_blocked' });
  });

  it.each(['ftp://x.test/', 'file:///etc/passwd', 'http://user:pw@x.test/', 'nonsense', 'http://'])(
    'takes no %s',
    async (url) => expect(text(await createOutboundClient()(get(url)))).toBe('invalid_url'),
  );

  it('refuses a name when any of its addresses is not public', async () => {
    const resolveHost: ResolveHost = async () => [
      { address: '1.1.1.1', family: 4 },
      { address: '10.0.0.1', family: 4 },
    ];
    expect(text(await clientFor([], resolveHost)(get('https://x.test/')))).toBe('address_blocked');
  });

  it('resolves a name once and connects to the address it checked', async () => {
    const port = await listen((request, response) => response.end(request.headers.host));
    let asked = 0;
    const resolveHost: ResolveHost = async () => {
      asked += 1;
      return [{ address: asked === 1 ? '127.0.0.1' : '10.0.0.1', family: 4 }];
    };
    const answer = await clientFor([port], resolveHost)(get(`http://rebinding.test:${port}/`));
    expect(text(answer)).toBe(`200 rebinding.test:${port}`);
    expect(asked).toBe(1);
  });

  it('checks every redirect like the first address', async () => {
    const secret = await listen((_request, response) => response.end('secret'));
    const locations = [
      'http://169.254.169.254/latest/meta-data',
      `http://127.0.0.1:${secret}/`,
      `http://localhost:${secret}/`,
      'file:///etc/passwd',
    ];
    const port = await listen((request, response) => {
      const location = locations[Number(request.url?.slice(1))];
      response.writeHead(302, { location }).end();
    });
    const client = clientFor([port]);
    const answers = await Promise.all(
      locations.map((_, index) => client(get(`http://127.0.0.1:${port}/${index}`))),
    );
    expect(answers.map(text)).toEqual([
      'address_blocked',
      'address_blocked',
      'address_blocked',
      'invalid_url',
    ]);
  });

  it('follows three redirects and no more, a POST as GET unless told otherwise', async () => {
    const port = await listen((request, response) => {
      const left = Number(request.url?.slice(1));
      if (left === 0) response.end(request.method);
      else response.writeHead(left === 9 ? 307 : 302, { location: left === 9 ? '/0' : `/${left - 1}` }).end();
    });
    const client = clientFor([port]);
    const post = (path: string) =>
      client(get(`http://127.0.0.1:${port}${path}`, { method: 'POST', body: 'x' }));
    expect(text(await post('/3'))).toBe('200 GET');
    expect(text(await post('/4'))).toBe('too_many_redirects');
    expect(text(await post('/9'))).toBe('200 POST');
  });

  it('gives keys meant for one origin to no other', async () => {
    const other = await listen((request, response) => response.end(JSON.stringify(request.headers)));
    const port = await listen((_request, response) => {
      response.writeHead(307, { location: `http://127.0.0.1:${other}/` }).end();
    });
    const headers = { Authorization: 'Bearer x', 'X-Api-Key': 'y', 'Idempotency-Key': 'z' };
    const answer = await clientFor([port, other])(get(`http://127.0.0.1:${port}/`, { headers }));
    const seen = answer.ok ? (JSON.parse(answer.body.toString()) as Record<string, string>) : {};
    expect(seen).toMatchObject({ 'idempotency-key': 'z' });
    expect(seen).not.toHaveProperty('authorization');
    expect(seen).not.toHaveProperty('x-api-key');
  });

  it('reads no more than it was told to', async () => {
    let written = 0;
    const port = await listen((_request, response) => {
      const chunk = Buffer.alloc(64 * 1024);
      const write = (): void => {
        while (written < 10 * 1024 * 1024 && !response.destroyed) {
          written += chunk.length;
          if (!response.write(chunk)) return void response.once('drain', write);
        }
        response.end();
      };
      write();
    });
    expect(text(await clientFor([port])(get(`http://127.0.0.1:${port}/`)))).toBe('too_large');
    expect(written).toBeLessThan(10 * 1024 * 1024);
  });

  it('ends in time: a silent server, and one that drips', async () => {
    const silent = await listen(() => undefined);
    const dripping = await listen((_request, response) => {
      const timer = setInterval(() => response.write('.'), 20);
      response.once('close', () => clearInterval(timer));
    });
    const client = clientFor([silent, dripping]);
    const ask = (port: number) => client(get(`http://127.0.0.1:${port}/`, { timeoutMs: 150 }));
    expect((await Promise.all([ask(silent), ask(dripping)])).map(text)).toEqual(['timeout', 'timeout']);
  });

  it('stops when its caller does', async () => {
    const port = await listen(() => undefined);
    const stopped = new AbortController();
    const answer = clientFor([port])(get(`http://127.0.0.1:${port}/`, { signal: stopped.signal }));
    stopped.abort();
    expect(text(await answer)).toBe('aborted');
  });

  it('tells a closed port, a missing name and a broken header apart from an answer', async () => {
    const port = await listen((request) => request.socket.destroy());
    const missing: ResolveHost = async () => {
      throw Object.assign(new Error('no such host'), { code: 'ENOTFOUND' });
    };
    expect(await clientFor([port])(get(`http://127.0.0.1:${port}/`))).toMatchObject({ reason: 'network' });
    expect(await clientFor([], missing)(get('http://gone.test/'))).toEqual({
      ok: false,
      reason: 'network',
      detail: 'ENOTFOUND',
    });
    const headers = { 'x-a': 'b\r\nc: d' };
    expect(text(await clientFor([port])(get(`http://127.0.0.1:${port}/`, { headers })))).toBe(
      'invalid_request',
    );
  });
});
