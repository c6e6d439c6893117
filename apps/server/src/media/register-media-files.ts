import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { mediaFileRepository, type MediaFileEntity } from '@instaflow/db';
import { notFound } from '@instaflow/platform';
import { z } from 'zod';
import type { Dependencies } from '../dependencies';
import { sendError } from '../http/send-error';
import { mediaPath } from './media-links';
import { parseRange } from './parse-range';

const params = z.object({ id: z.uuid(), name: z.string() });
const query = z.object({ expires: z.string(), signature: z.string() });
type Parts = Pick<Dependencies, 'engineSource' | 'mediaStore' | 'mediaLinks' | 'clock' | 'log'>;

/**
 * `GET /media/{id}/{name}?expires&signature`: files for Instagram's servers and for browsers, with ranges. Whatever a
 * file holds, nothing in it runs: its type is not guessed, and a page made of it is confined to a sandbox.
 */
export function registerMediaFiles(app: FastifyInstance, parts: Parts): void {
  app.route({
    // Fastify's own answer to HEAD would say that the file is empty.
    method: ['GET', 'HEAD'],
    url: `${mediaPath}/:id/:name`,
    helmet: false,
    compress: false,
    handler: async (request, reply) => {
      try {
        return await serve(request, reply, parts);
      } catch (error) {
        sendError({ error, request, reply, log: parts.log });
        return reply;
      }
    },
  });
}

async function serve(request: FastifyRequest, reply: FastifyReply, parts: Parts): Promise<FastifyReply> {
  const { file, expires } = await findFile(request, parts);
  const etag = `"${file.storageKey.split('/')[1] ?? ''}"`;
  const headers = headersOf(file, { etag, maxAgeSeconds: expires - Math.floor(parts.clock.now() / 1000) });
  if (request.headers['if-none-match'] === etag) return reply.code(304).headers(headers).send();
  const range = rangeOf(request, { etag, bytes: file.bytes });
  if (range === 'unsatisfiable') {
    return reply.code(416).header('content-range', `bytes */${file.bytes}`).send();
  }
  const isHead = request.method === 'HEAD';
  const bytes = isHead ? null : await parts.mediaStore.open(file.storageKey, range);
  if (bytes === null && !isHead) throw notFound();
  reply.headers(headers).header('content-length', range === null ? file.bytes : range.end - range.start + 1);
  if (range !== null) {
    reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${file.bytes}`);
  }
  return bytes === null ? reply.send() : reply.send(bytes);
}

/** A range of another version of the file counts as none. */
function rangeOf(
  { headers }: FastifyRequest,
  { etag, bytes }: { etag: string; bytes: number },
): ReturnType<typeof parseRange> {
  const isSame = headers['if-range'] === undefined || headers['if-range'] === etag;
  return headers.range === undefined || !isSame ? null : parseRange(headers.range, bytes);
}

/** A wrong signature, an address that expired and a missing file all look the same. */
async function findFile(
  request: FastifyRequest,
  { engineSource, mediaLinks, clock }: Parts,
): Promise<{ file: MediaFileEntity; expires: number }> {
  const named = params.safeParse(request.params);
  const signed = query.safeParse(request.query);
  if (!named.success || !signed.success) throw notFound();
  const { id } = named.data;
  const now = clock.now();
  if (!mediaLinks.isValid({ id, ...signed.data, now })) throw notFound();
  const file = await mediaFileRepository.find(engineSource.manager, { id, now });
  if (file === null) throw notFound();
  return { file, expires: Number(signed.data.expires) };
}

const shownInline = /^(image\/(?!svg)|video\/|audio\/)/;
const longestAgeSeconds = 86_400;

function headersOf(
  { contentType, fileName }: MediaFileEntity,
  { etag, maxAgeSeconds }: { etag: string; maxAgeSeconds: number },
): Record<string, string> {
  const disposition = shownInline.test(contentType) ? 'inline' : 'attachment';
  const name = encodeURIComponent(fileName).replace(/['()*]/g, escapeByte);
  return {
    'content-type': contentType,
    'content-disposition': `${disposition}; filename*=UTF-8''${name}`,
    'accept-ranges': 'bytes',
    etag,
    'cache-control': `private, max-age=${Math.min(longestAgeSeconds, maxAgeSeconds)}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'cross-origin',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex',
  };
}

const escapeByte = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
