import { createHash, createHmac } from 'node:crypto';
import { writeFile, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createS3Storage } from './create-s3-storage';
import type { MediaStorage } from './media-storage';

const secretAccessKey = 'wJalrXUtnFEMI';
const key = `0190c1de-0000-7000-8000-000000000001/${'ab'.repeat(32)}`;
const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');
const hmac = (by: string | Buffer, data: string) => createHmac('sha256', by).update(data).digest();

/** The signature Amazon would compute for a request (Signature Version 4), written down a second time. */
const expectedSignature = ({ method, url, headers }: IncomingMessage, body: Buffer): string => {
  const [, scope = '', names = ''] =
    /Credential=[^/]+\/([^,]+), ?SignedHeaders=([^,]+)/.exec(headers.authorization ?? '') ?? [];
  const [date = '', region = '', service = ''] = scope.split('/');
  const canonical = [
    method,
    url,
    '',
    ...names.split(';').map((name) => `${name}:${String(headers[name])}`),
    '',
    names,
    sha256(body),
  ].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(canonical)].join('\n');
  const signingKey = [region, service, 'aws4_request'].reduce(hmac, hmac(`AWS4${secretAccessKey}`, date));
  return createHmac('sha256', signingKey).update(toSign).digest('hex');
};

describe('media in a bucket', () => {
  const objects = new Map<string, { body: Buffer; type: string | undefined }>();
  let server: Server;
  let directory: string;
  let storage: MediaStorage;
  let isDown = false;
  beforeAll(async () => {
    server = createServer(
      (request, response) =>
        void request.toArray().then((chunks: Buffer[]) => {
          const body = Buffer.concat(chunks);
          const path = request.url ?? '';
          if (isDown) return response.writeHead(503).end();
          if (!request.headers.authorization?.endsWith(`Signature=${expectedSignature(request, body)}`)) {
            return response.writeHead(403).end('SignatureDoesNotMatch');
          }
          if (request.method === 'PUT') {
            objects.set(path, { body, type: request.headers['content-type'] });
            return response.end();
          }
          const found = objects.get(path);
          if (request.method === 'DELETE') return response.writeHead(objects.delete(path) ? 204 : 404).end();
          if (!found) return response.writeHead(404).end('NoSuchKey');
          const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
          return from === undefined
            ? response.end(found.body)
            : response.writeHead(206).end(found.body.subarray(Number(from), Number(to) + 1));
        }),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    directory = await mkdtemp(join(tmpdir(), 'instaflow-s3-'));
    storage = createS3Storage({
      endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      bucket: 'media',
      region: 'eu-central-1',
      accessKeyId: 'AKIA',
      secretAccessKey,
    });
  });
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await rm(directory, { recursive: true });
  });

  const put = async (body: string) => {
    const path = join(directory, 'file');
    await writeFile(path, body);
    await storage.put(key, { path, bytes: body.length, sha256: sha256(body), contentType: 'image/png' });
  };
  const read = async (range: { start: number; end: number } | null) => {
    const stream = await storage.open(key, range);
    return stream === null ? null : Buffer.concat(await stream.toArray()).toString();
  };

  it('is stored, read whole and in part, and removed with requests that are signed right', async () => {
    await put('hello world');
    expect(objects.get(`/media/media/${key}`)?.type).toBe('image/png');
    expect(await read(null)).toBe('hello world');
    expect(await read({ start: 6, end: 8 })).toBe('wor');
    await storage.remove(key);
    expect(await read(null)).toBeNull();
    await storage.remove(key);
  });

  it('says when the bucket cannot be used', async () => {
    isDown = true;
    await expect(put('x')).rejects.toThrow('503');
    await expect(storage.open(key, null)).rejects.toThrow('503');
    await expect(storage.remove(key)).rejects.toThrow('503');
    isDown = false;
  });

  it('takes no path for a key', async () => {
    await expect(storage.open('../../secret', null)).rejects.toThrow('not a key');
  });
});
