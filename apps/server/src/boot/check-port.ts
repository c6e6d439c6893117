import { createServer } from 'node:net';
import { AppError } from '@instaflow/platform';

/** Throws a sentence for the operator when the port cannot be listened on. */
export async function checkPort({ host, port }: { host: string; port: number }): Promise<void> {
  const server = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen({ host, port, exclusive: true }, resolve);
    });
  } catch (cause) {
    throw new AppError({
      code: 'port_not_usable',
      kind: 'operational',
      message: sentence(port, cause),
      cause,
    });
  } finally {
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }
}

function sentence(port: number, cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'EADDRINUSE') {
    return `Port ${port} is taken by another program. Stop that one, or set PORT to another number.`;
  }
  if (code === 'EACCES') return `Port ${port} needs more rights. Set PORT to a number above 1023.`;
  return `Port ${port} cannot be listened on (${String(code)}). Check HOST and PORT.`;
}
