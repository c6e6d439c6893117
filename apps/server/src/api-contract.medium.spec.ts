import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Reflector } from '@nestjs/core';
import { endpoints, type Endpoint } from '@instaflow/contracts';
import { waitFor } from '@instaflow/testing';
import { AppModule } from './app.module';
import { endpointKey } from './http/route';
import { createOpenApiDocument } from './system/openapi-document';
import { version } from './system/version';
import { startTestApp, type TestApp } from './spec-support/start-test-app';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

const nameOf = (endpoint: Endpoint) => `${endpoint.method} ${endpoint.path}`;

/** Every method of every controller, with the endpoint it is the handler of. */
function listHandlers(): { method: string; endpoint: Endpoint | undefined }[] {
  const reflector = new Reflector();
  const { controllers = [] } = AppModule.with(test.deps);
  return controllers.flatMap((controller) => {
    const prototype: Record<string, unknown> = controller.prototype;
    return Object.getOwnPropertyNames(prototype)
      .filter((method) => method !== 'constructor')
      .map((method) => ({
        method: `${controller.name}.${method}`,
        endpoint: reflector.get<Endpoint | undefined>(endpointKey, prototype[method] as () => void),
      }));
  });
}

describe('the API and its contract', () => {
  it('have one handler for each endpoint and no handler without one', () => {
    const handlers = listHandlers();
    expect(handlers.filter(({ endpoint }) => endpoint === undefined)).toEqual([]);
    const handled = handlers.flatMap(({ endpoint }) => (endpoint === undefined ? [] : nameOf(endpoint)));
    expect(handled.toSorted()).toEqual(Object.values(endpoints).map(nameOf).toSorted());
  });

  it('are described by the committed docs/openapi.json (UPDATE_OPENAPI=1 writes it)', () => {
    const file = join(process.cwd(), 'docs', 'openapi.json');
    const document: unknown = JSON.parse(JSON.stringify(createOpenApiDocument(version)));
    if (process.env['UPDATE_OPENAPI'] === '1') writeFileSync(file, `${JSON.stringify(document, null, 2)}\n`);
    expect(existsSync(file)).toBe(true);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(document);
  });

  it('serve the document and a page that renders it from this machine', async () => {
    const document = await test.app.inject('/api/openapi.json');
    expect(document.json()).toMatchObject({ openapi: '3.1.0', paths: expect.any(Object) });
    const page = await test.app.inject('/api/docs');
    expect(page.statusCode).toBe(200);
    expect(page.body).not.toMatch(/https?:\/\//);
    for (const [, asset] of page.body.matchAll(/(?:src|href)="([^"]+)"/g)) {
      expect((await test.app.inject(asset ?? '')).statusCode).toBe(200);
    }
  });

  it('answer unknown addresses in the shape of errors', async () => {
    for (const url of ['/api/v1/nothing', '/api/nothing']) {
      const response = await test.app.inject(url);
      expect([response.statusCode, response.json()]).toEqual([
        404,
        { code: 'not_found', message: expect.any(String) },
      ]);
    }
  });

  it('carry a strict content security policy and a request id', async () => {
    const { headers } = await test.app.inject('/api/v1/system/info');
    expect(headers['content-security-policy']).toMatch(/script-src 'self';/);
    expect(headers['content-security-policy']).not.toMatch(/upgrade-insecure-requests/);
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('say whether the process lives, can work, and how it does', async () => {
    expect((await test.app.inject('/healthz')).statusCode).toBe(200);
    const readReady = () => test.app.inject('/readyz');
    await waitFor(async () => (await readReady()).statusCode === 200, { what: 'readiness' });
    expect((await readReady()).json()).toEqual({
      status: 'ready',
      checks: { database: true, migrations: true, queue: true },
    });
    expect((await test.app.inject('/metrics')).body).toMatch(/instaflow_webhook_ack_seconds_count/);
  });
});
