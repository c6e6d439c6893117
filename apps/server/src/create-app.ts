import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { WsAdapter } from '@nestjs/platform-ws';
import type { FastifyInstance } from 'fastify';
import { apiPrefix } from '@instaflow/contracts';
import { AppModule } from './app.module';
import { registerLoginCallback } from './connection/register-login-callback';
import type { Dependencies } from './dependencies';
import { ErrorFilter } from './http/error-filter';
import { createNestLogger } from './http/nest-logger';
import { registerPlugins } from './http/register-plugins';
import { registerMediaFiles } from './media/register-media-files';
import { registerDeletionPage } from './privacy/register-deletion-page';
import { registerDocs } from './system/register-docs';
import { registerHealth } from './system/register-health';
import { registerWebApp } from './system/register-web-app';
import { version } from './system/version';
import { registerCallbacks } from './webhooks/register-callbacks';
import { registerWebhooks } from './webhooks/register-webhooks';

/** The whole HTTP side of the program, ready to listen. `webDirectory` holds the built web app. */
export async function createApp(
  deps: Dependencies,
  { webDirectory }: { webDirectory: string },
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    // Counted from our side: what a caller writes into the header itself stands further left and is not believed.
    trustProxy: deps.config.proxyCount,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200 },
    keepAliveTimeout: 65_000,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(deps), adapter, {
    logger: createNestLogger(deps.log),
    bodyParser: false,
    abortOnError: false,
  });
  app.setGlobalPrefix(apiPrefix.slice(1));
  app.useGlobalFilters(new ErrorFilter(deps.log));
  app.useWebSocketAdapter(new WsAdapter(app));
  await registerPlugins(app, deps);
  const instance: FastifyInstance = adapter.getInstance();
  registerHealth(instance, deps);
  registerWebhooks(instance, deps);
  registerCallbacks(instance, deps);
  registerLoginCallback(instance, deps);
  registerDeletionPage(instance, deps);
  registerMediaFiles(instance, deps);
  registerDocs(instance, version);
  registerWebApp(instance, webDirectory);
  await app.init();
  await instance.ready();
  return app;
}
