import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { ConfigError } from './config-error';
import { loadConfig } from './load-config';

const key = randomBytes(32).toString('base64');

describe('loadConfig', () => {
  let dataDir: string;
  beforeEach(() => (dataDir = mkdtempSync(join(tmpdir(), 'instaflow-config-'))));
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  it('runs the demo on this machine alone when nothing is configured', () => {
    const config = loadConfig({ DATA_DIR: dataDir });
    expect(config).toMatchObject({
      role: 'all',
      host: '127.0.0.1',
      port: 3000,
      databaseUrl: null,
      redisUrl: null,
      publicUrl: 'http://localhost:3000',
      seedDemo: true,
      isProduction: false,
    });
    expect(config.instagram.graphApiUrl).toBeNull();
    expect(config.demoPassword).not.toBeNull();
    expect(config.encryptionKeys[0]).toHaveLength(32);
    expect(isAbsolute(config.dataDir)).toBe(true);
  });

  it('finds its generated secrets again', () => {
    expect(loadConfig({ DATA_DIR: dataDir }).jwtSecret).toBe(loadConfig({ DATA_DIR: dataDir }).jwtSecret);
  });

  it.each([{ DATABASE_URL: 'postgres://u:p@db/x' }, { GRAPH_API_URL: 'http://127.0.0.1:9000' }])(
    'seeds no demo into a configured installation (%p)',
    (env) => {
      expect(loadConfig({ DATA_DIR: dataDir, ...env })).toMatchObject({
        seedDemo: false,
        demoPassword: null,
      });
      expect(loadConfig({ DATA_DIR: dataDir, ...env, SEED_DEMO: 'true' }).seedDemo).toBe(true);
    },
  );

  it('takes an empty variable for one that is not set', () => {
    expect(loadConfig({ DATA_DIR: dataDir, PORT: '', REDIS_URL: ' ', JWT_SECRET: '' }).port).toBe(3000);
  });

  it('keeps the first encryption key first and accepts both webhook secrets', () => {
    const other = randomBytes(32).toString('base64');
    const config = loadConfig({
      DATA_DIR: dataDir,
      ENCRYPTION_KEYS: `${key}, ${other}`,
      INSTAGRAM_APP_SECRET: 'instagram-app',
      META_APP_SECRET: 'meta-app-one',
    });
    expect(config.encryptionKeys.map((bytes) => bytes.toString('base64'))).toEqual([key, other]);
    expect(config.instagram.webhookSecrets).toEqual(['instagram-app', 'meta-app-one']);
  });

  it('logs in at Meta beside Meta, and at the stand-in beside a stand-in', () => {
    const oauth = (url: string) => loadConfig({ DATA_DIR: dataDir, GRAPH_API_URL: url }).instagram.oauth;
    expect(oauth('https://graph.instagram.com/').instagramAuthUrl).toBe('https://www.instagram.com');
    expect(oauth('http://127.0.0.1:9000/').instagramAuthUrl).toBe('http://127.0.0.1:9000');
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', '80x'],
    ['ROLE', 'boss'],
    ['DATABASE_URL', 'mysql://db/x'],
    ['REDIS_URL', 'not an address'],
    ['PUBLIC_URL', 'instaflow.example.com'],
    ['JWT_SECRET', 'too short'],
    ['ENCRYPTION_KEYS', 'c2hvcnQ='],
    ['SEED_DEMO', 'yes'],
    ['TRUST_PROXY', 'all'],
    ['LOG_LEVEL', 'loud'],
    ['GRAPH_API_VERSION', '25'],
  ])('refuses %s=%s without repeating the value', (variable, value) => {
    const error = problemsOf({ DATA_DIR: dataDir, [variable]: value });
    expect(error.problems).toEqual([{ variable, problem: expect.any(String) }]);
    if (variable === 'JWT_SECRET') expect(error.message).not.toContain(value);
  });

  it.each([
    [undefined, 0],
    ['false', 0],
    ['true', 1],
    ['3', 3],
  ])('counts TRUST_PROXY=%s as %i proxies in front', (TRUST_PROXY, expected) => {
    expect(loadConfig({ DATA_DIR: dataDir, TRUST_PROXY }).proxyCount).toBe(expected);
  });

  it('keeps files in a bucket when all of its settings are there, and names those that are not', () => {
    const s3 = {
      S3_ENDPOINT: 'https://s3.example.com/',
      S3_BUCKET: 'media',
      S3_ACCESS_KEY_ID: 'id',
      S3_SECRET_ACCESS_KEY: 'key',
    };
    expect(loadConfig({ DATA_DIR: dataDir }).media).toEqual({ s3: null, retentionDays: 90 });
    const { media } = loadConfig({ DATA_DIR: dataDir, ...s3, MEDIA_RETENTION_DAYS: '30' });
    expect(media).toMatchObject({ s3: { endpoint: 'https://s3.example.com', region: 'us-east-1' } });
    expect(media.retentionDays).toBe(30);
    const error = problemsOf({ DATA_DIR: dataDir, ...s3, S3_BUCKET: '', S3_SECRET_ACCESS_KEY: '' });
    expect(error.problems.map(({ variable }) => variable)).toEqual(['S3_BUCKET', 'S3_SECRET_ACCESS_KEY']);
  });

  it('names every problem at once', () => {
    const error = problemsOf({ DATA_DIR: dataDir, PORT: 'x', ROLE: 'y', JWT_SECRET: 'z' });
    expect(error.problems.map(({ variable }) => variable)).toEqual(['ROLE', 'PORT', 'JWT_SECRET']);
  });
});

describe('loadConfig in production', () => {
  const complete = {
    NODE_ENV: 'production',
    DATABASE_URL: 'postgres://u:p@db/instaflow',
    PUBLIC_URL: 'https://dm.shop.test',
    JWT_SECRET: randomBytes(48).toString('base64'),
    ENCRYPTION_KEYS: key,
    INSTAGRAM_APP_SECRET: randomBytes(16).toString('hex'),
    INSTAGRAM_VERIFY_TOKEN: randomBytes(16).toString('hex'),
    GRAPH_API_URL: 'https://graph.instagram.com',
  };

  it('accepts a complete configuration, generates nothing and listens everywhere', () => {
    const dataDir = join(tmpdir(), `instaflow-none-${randomBytes(4).toString('hex')}`);
    const config = loadConfig({ ...complete, DATA_DIR: dataDir });
    expect(config).toMatchObject({
      isProduction: true,
      host: '0.0.0.0',
      seedDemo: false,
      demoPassword: null,
    });
    expect(existsSync(dataDir)).toBe(false);
  });

  it('names everything that is missing', () => {
    const missing = problemsOf({ NODE_ENV: 'production' }).problems.map(({ variable }) => variable);
    expect(missing.sort()).toEqual(
      Object.keys(complete)
        .filter((name) => name !== 'NODE_ENV')
        .sort(),
    );
  });

  it.each([
    ['JWT_SECRET', 'change-me-change-me-change-me-change-me'],
    ['JWT_SECRET', 'a'.repeat(40)],
    ['INSTAGRAM_VERIFY_TOKEN', 'your-verify-token'],
    ['ENCRYPTION_KEYS', Buffer.alloc(32).toString('base64')],
    ['SEED_DEMO', 'true'],
  ])('refuses %s=%s', (variable, value) => {
    expect(
      problemsOf({ ...complete, [variable]: value }).problems.map((problem) => problem.variable),
    ).toEqual([variable]);
  });

  it('names wrong and missing variables together, each once', () => {
    const error = problemsOf({ ...complete, JWT_SECRET: 'short', PUBLIC_URL: '' });
    expect(error.problems.map(({ variable }) => variable).sort()).toEqual(['JWT_SECRET', 'PUBLIC_URL']);
  });
});

function problemsOf(env: Record<string, string>): ConfigError {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('The configuration was accepted.');
}
