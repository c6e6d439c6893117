import { createLogger } from './create-logger';

function captured() {
  const lines: string[] = [];
  const log = createLogger({ level: 'info', destination: { write: (line) => lines.push(line) } });
  return { log, lines };
}

describe('createLogger', () => {
  it('censors secrets and message text at every depth it promises', () => {
    const { log, lines } = captured();
    const secret = 'hush';
    log.info({ token: secret, text: secret }, 'top');
    log.info({ body: { accessToken: secret, password: secret } }, 'one deep');
    log.info(
      { req: { headers: { authorization: secret, cookie: secret, 'x-api-key': secret } } },
      'two deep',
    );
    log.info({ a: { b: { c: { client_secret: secret } } } }, 'three deep');
    expect(lines).toHaveLength(4);
    expect(lines.join('')).not.toContain(secret);
    expect(lines.join('')).toContain('[redacted]');
  });

  it('shows of an error what happened and where, and nothing a library has hung on it', () => {
    const { log, lines } = captured();
    const cause = Object.assign(new Error('connection refused'), { code: 'ECONNREFUSED' });
    const error = Object.assign(new Error('query failed', { cause }), {
      client: { connectionString: 'hush' },
    });
    log.error({ err: error }, 'failed');
    expect(JSON.parse(lines[0] ?? '{}').err).toMatchObject({
      type: 'Error',
      message: 'query failed',
      stack: expect.stringContaining('create-logger.spec'),
      cause: { code: 'ECONNREFUSED' },
    });
    expect(lines.join('')).not.toContain('hush');
  });

  it('writes nothing below its level', () => {
    const { log, lines } = captured();
    log.debug('quiet');
    expect(lines).toEqual([]);
  });
});
