import { readEnvironment, resolveOptions } from './simulator-options';

describe('the options', () => {
  it('come from the environment, where an empty value counts as absent', () => {
    const options = readEnvironment({
      SIMULATOR_PORT: '4107',
      SIMULATOR_STATE_FILE: '',
      SIMULATOR_WEBHOOK_URL: 'http://127.0.0.1:3000/hook',
      SIMULATOR_APP_SECRET: 's',
      SIMULATOR_LATENCY_MS: '25',
      PATH: '/bin',
    });
    expect(resolveOptions(options)).toMatchObject({
      port: 4107,
      host: '127.0.0.1',
      stateFile: undefined,
      webhook: { url: 'http://127.0.0.1:3000/hook', appSecret: 's', verifyToken: 'simulator-verify-token' },
      latencyMs: 25,
    });
  });

  it('are refused by name when they make no sense', () => {
    expect(() => readEnvironment({ SIMULATOR_PORT: 'eighty' })).toThrow('SIMULATOR_PORT');
    expect(() => readEnvironment({ SIMULATOR_WEBHOOK_URL: 'ftp://x' })).toThrow('SIMULATOR_WEBHOOK_URL');
  });

  it('take a fixed port alone and a free one inside a test', () => {
    expect(readEnvironment({}).port).toBe(4100);
    expect(resolveOptions({}).port).toBe(0);
  });
});
