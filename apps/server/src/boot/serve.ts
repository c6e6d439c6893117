import { createApp } from '../create-app';
import type { Dependencies } from '../dependencies';
import { closeHttp } from './close-http';
import { createHealthServer } from './create-health-server';
import type { Shutdown } from './shutdown';

/** Listens on HOST and PORT: the whole API, or a worker's health. Answers the address for people. */
export async function serve(
  deps: Dependencies,
  { shutdown, webDirectory }: { shutdown: Shutdown; webDirectory: string },
): Promise<string> {
  const { host, port, role } = deps.config;
  if (role === 'worker') {
    const server = createHealthServer(deps);
    shutdown.add('http', () => closeHttp(server.server, () => server.close()));
    await server.listen({ host, port });
    return `http://localhost:${port}`;
  }
  const app = await createApp(deps, { webDirectory });
  shutdown.add('http', () => closeHttp(app.getHttpServer(), () => app.close()));
  await app.listen({ host, port });
  return deps.config.isProduction ? deps.config.publicUrl : `http://localhost:${port}`;
}
