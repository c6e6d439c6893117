import type { FastifyInstance } from 'fastify';
import type { DataSource } from '@instaflow/db';
import type { Jobs } from '@instaflow/jobs';
import type { Logger, Metrics } from '@instaflow/platform';
import { createQueueGauge } from './create-queue-gauge';
import { readReadiness } from './readiness';

const quiet = { helmet: false, compress: false } as const;

/** What every role serves: `/healthz` (the process runs), `/readyz` (it can work), `/metrics`. */
export function registerHealth(
  app: FastifyInstance,
  deps: { engineSource: DataSource; jobs: Jobs; metrics: Metrics; log: Logger },
): void {
  app.get('/healthz', quiet, () => ({ status: 'ok' }));
  app.get('/readyz', quiet, async (_request, reply) => {
    const { isReady, checks } = await readReadiness(deps);
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'not_ready', checks });
  });
  const refreshQueueGauge = createQueueGauge(deps);
  app.get('/metrics', quiet, async (_request, reply) => {
    await refreshQueueGauge();
    return reply.type(deps.metrics.contentType).send(await deps.metrics.render());
  });
}
