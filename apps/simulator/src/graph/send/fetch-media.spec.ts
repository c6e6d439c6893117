import { createServer, type Server } from 'node:http';
import { startWorld, type SpecWorld } from '../../spec/start-world';

describe('media that are fetched before a send is taken', () => {
  let world: SpecWorld;
  let files: Server;
  let base: string;
  beforeAll(async () => {
    world = await startWorld();
    files = createServer((request, response) => {
      const url = new URL(request.url ?? '/', 'http://files');
      if (url.pathname === '/slow') return;
      if (url.pathname === '/missing') return void response.writeHead(404).end();
      response.writeHead(200, { 'content-type': url.searchParams.get('type') ?? 'image/png' });
      response.end(Buffer.alloc(Number(url.searchParams.get('bytes') ?? 10)));
    });
    await new Promise<void>((resolve) => files.listen(0, '127.0.0.1', resolve));
    const address = files.address();
    base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
    await world.control('PATCH', '/switches', { fetchMedia: true });
  });
  afterAll(async () => {
    await world.close();
    files.closeAllConnections();
    await new Promise((resolve) => files.close(resolve));
  });

  const megabyte = 1024 * 1024;
  const send = async (type: string, path: string) => {
    const message = { attachment: { type, payload: { url: `${base}${path}` } } };
    const recipient = { id: await world.newWriter() };
    const { status, body } = await world.graph('POST', '/me/messages', { recipient, message });
    return body.error?.error_subcode ?? status;
  };

  it.each([
    ['image', '/a?type=image/png', 200],
    ['image', `/a?type=image/jpeg&bytes=${8 * megabyte}`, 200],
    ['image', `/a?type=image/jpeg&bytes=${8 * megabyte + 1}`, 2018109],
    ['image', '/a?type=text/html', 2018047],
    ['video', `/a?type=video/mp4&bytes=${9 * megabyte}`, 200],
    ['audio', '/a?type=audio/mpeg', 2018047],
    ['file', '/a?type=application/pdf', 200],
    ['file', '/a?type=application/zip', 2018047],
    ['image', '/missing', 2018008],
  ])('%s at %s: %i', async (type, path, expected) => {
    expect(await send(type, path)).toBe(expected);
  });

  it('are refused when they take too long', async () => {
    await world.control('PATCH', '/switches', { mediaTimeoutMs: 100 });
    expect(await send('image', '/slow')).toBe(2018294);
    await world.control('PATCH', '/switches', { mediaTimeoutMs: 75_000 });
  });

  it('are looked at after the window, and in cards and uploads too', async () => {
    const attachment = { type: 'image', payload: { url: `${base}/missing` } };
    const closed = { recipient: { id: await world.newPerson() }, message: { attachment } };
    expect((await world.graph('POST', '/me/messages', closed)).body.error.error_subcode).toBe(2534022);
    const upload = await world.graph('POST', '/me/message_attachments', { message: { attachment } });
    expect(upload.body.error.error_subcode).toBe(2018008);
    const elements = [{ title: 'A', image_url: `${base}/missing` }];
    const payload = { template_type: 'generic', elements };
    const cards = {
      recipient: { id: await world.newWriter() },
      message: { attachment: { type: 'template', payload } },
    };
    expect((await world.graph('POST', '/me/messages', cards)).body.error.error_subcode).toBe(2018008);
  });
});
