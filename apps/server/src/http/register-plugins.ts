import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { AppError } from '@instaflow/platform';
import type { Dependencies } from '../dependencies';
import { apiPrefix, flowBundleEndpoints } from '@instaflow/contracts';
import { registerMediaBody } from '../media/media-body';
import { parseJsonBody } from './parse-json-body';
import { securityHeaders } from './security-headers';

const maxBodyBytes = 1_048_576;
/** A file of flows holds several documents. */
const maxBundleBytes = 4 * 1_048_576;
const importPath = `${apiPrefix}${flowBundleEndpoints.importFlows.path.replace('{id}', ':id')}`;

/** Headers, cookies, compression and the parsing of bodies, for every route that does not opt out. */
export async function registerPlugins(app: NestFastifyApplication, deps: Dependencies): Promise<void> {
  const { publicUrl } = deps.config;
  await app.register(helmet, securityHeaders({ publicUrl, simulatorUrl: deps.simulatorUrl }));
  await app.register(cookie);
  await app.register(compress, { threshold: 1_024, encodings: ['br', 'gzip'] });
  const instance: FastifyInstance = app.getHttpAdapter().getInstance();
  instance.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    const encoding = request.headers['content-encoding'];
    done(encoding === undefined || encoding === 'identity' ? undefined : compressed());
  });
  instance.addHook('onRoute', (route) => {
    if (route.method === 'POST' && route.url === importPath) route.bodyLimit = maxBundleBytes;
  });
  instance.removeAllContentTypeParsers();
  instance.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: maxBodyBytes },
    (_request, body: Buffer, done) => {
      try {
        done(null, parseJsonBody(body));
      } catch (error) {
        done(error instanceof Error ? error : new Error('unreadable body'));
      }
    },
  );
  registerMediaBody(app);
}

/** A few kilobytes can unpack to gigabytes; nobody who calls us needs compressed requests. */
function compressed(): AppError {
  return new AppError({
    code: 'unsupported_media_type',
    kind: 'user',
    status: 415,
    message: 'Compressed requests are not taken.',
  });
}
