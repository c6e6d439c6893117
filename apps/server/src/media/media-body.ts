import type { Readable } from 'node:stream';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { apiPrefix, mediaEndpoints } from '@instaflow/contracts';
import { unsupportedMedia } from './refused-upload';

/** A file as it arrives. As JSON, which is what requests are compared by, it is what it says of itself. */
export class MediaBody {
  constructor(
    readonly stream: Readable,
    readonly contentType: string,
    /** As the request says; null when it does not. */
    readonly contentLength: number | null,
  ) {}

  toJSON(): object {
    const { contentType, contentLength } = this;
    return { contentType, contentLength };
  }
}

const uploadPath = `${apiPrefix}${mediaEndpoints.uploadMedia.path.replace('{id}', ':id')}`;

/** Lets the upload take bodies that are files; everywhere else nothing but JSON is taken. */
export function registerMediaBody(app: NestFastifyApplication): void {
  const instance: FastifyInstance = app.getHttpAdapter().getInstance();
  instance.addContentTypeParser(/^(?!application\/json)/i, (request, payload, done) => {
    const isUpload = request.method === 'POST' && request.routeOptions.url === uploadPath;
    if (!isUpload) return done(unsupportedMedia('Send JSON, not compressed, as application/json.'));
    const { 'content-type': contentType = '', 'content-length': length } = request.headers;
    done(null, new MediaBody(payload, contentType, length === undefined ? null : Number(length)));
  });
}
