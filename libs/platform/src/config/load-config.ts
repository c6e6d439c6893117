import { resolve } from 'node:path';
import type { z } from 'zod';
import { ConfigError, type ConfigProblem } from './config-error';
import { ensureLocalSecrets, type LocalSecrets } from './ensure-local-secrets';
import { environmentSchema, type Environment } from './environment-schema';
import { oauthHosts, type OauthHosts } from './oauth-hosts';
import { productionProblems } from './production-problems';
import { s3Config, s3Problems, type S3Config } from './s3-config';

export type Config = {
  nodeEnv: 'production' | 'development' | 'test';
  isProduction: boolean;
  role: 'all' | 'api' | 'worker';
  host: string;
  port: number;
  /** Absolute. Holds what the program generates when it is not told otherwise. */
  dataDir: string;
  /** Null: start the embedded PostgreSQL under `dataDir`. */
  databaseUrl: string | null;
  /** Null: queues live in PostgreSQL. */
  redisUrl: string | null;
  /** How many reverse proxies in front each add an address to `X-Forwarded-For`; 0: the header is not believed. */
  proxyCount: number;
  /** Without a slash at the end. */
  publicUrl: string;
  jwtSecret: string;
  /** 32 bytes each; the first encrypts, all decrypt. */
  encryptionKeys: Buffer[];
  instagram: {
    appId: string | null;
    appSecret: string;
    verifyToken: string;
    /** The app of Facebook Login. Null: the one of Instagram Login serves both. */
    metaApp: { appId: string; appSecret: string } | null;
    /** Configuration of Facebook Login for Business; null: permissions are asked for one by one. */
    metaLoginConfigId: string | null;
    /** Secrets a webhook signature may be made with: the Instagram app's and, if set, the Meta app's. */
    webhookSecrets: string[];
    /** Null: the built-in simulator. */
    graphApiUrl: string | null;
    graphApiVersion: string;
    oauth: OauthHosts;
  };
  openai: { apiKey: string | null; baseUrl: string; model: string };
  stripe: { secretKey: string | null; webhookSecret: string | null };
  smtpUrl: string | null;
  media: {
    /** Null: files lie under `dataDir`. */
    s3: S3Config | null;
    /** How long what people sent is kept. */
    retentionDays: number;
  };
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  sentryDsn: string | null;
  otlpEndpoint: string | null;
  seedDemo: boolean;
  /** Password of the demo login; null when no demo is seeded. */
  demoPassword: string | null;
};

/**
 * Reads and checks the environment once, at boot. Outside production missing secrets are generated into `DATA_DIR`.
 * Throws ConfigError with every problem at once; AppError when `DATA_DIR` is not usable.
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const parsed = environmentSchema.safeParse(env);
  const problems = parsed.success ? [] : problemsOf(parsed.error);
  const environment = parsed.success ? parsed.data : readableParts(env, problems);
  const isProduction = environment.NODE_ENV === 'production';
  if (isProduction) problems.push(...withoutKnown(productionProblems(environment), problems));
  problems.push(...withoutKnown(s3Problems(environment), problems));
  if (problems.length > 0) throw new ConfigError(problems);

  const seedDemo = environment.SEED_DEMO ?? isUnconfigured(environment);
  const dataDir = resolve(environment.DATA_DIR ?? '.data');
  return {
    ...general(environment, isProduction),
    ...secrets({ environment, dataDir, seedDemo, isProduction }),
    ...optionalServices(environment),
    dataDir,
    seedDemo,
  };
}

function general(environment: Environment, isProduction: boolean) {
  const port = environment.PORT ?? 3000;
  return {
    nodeEnv: environment.NODE_ENV ?? ('development' as const),
    isProduction,
    role: environment.ROLE ?? ('all' as const),
    host: environment.HOST ?? (isProduction ? '0.0.0.0' : '127.0.0.1'),
    port,
    databaseUrl: environment.DATABASE_URL ?? null,
    redisUrl: environment.REDIS_URL ?? null,
    proxyCount: environment.TRUST_PROXY ?? 0,
    publicUrl: environment.PUBLIC_URL ?? `http://localhost:${port}`,
    logLevel: environment.LOG_LEVEL ?? ('info' as const),
  };
}

function secrets(input: {
  environment: Environment;
  dataDir: string;
  seedDemo: boolean;
  isProduction: boolean;
}) {
  const { environment, seedDemo } = input;
  const isGenerating = !input.isProduction && (seedDemo || !hasAllSecrets(environment));
  const local = isGenerating ? ensureLocalSecrets(input.dataDir) : noLocalSecrets;
  const appSecret = environment.INSTAGRAM_APP_SECRET ?? local.appSecret;
  return {
    jwtSecret: environment.JWT_SECRET ?? local.jwtSecret,
    encryptionKeys: environment.ENCRYPTION_KEYS ?? [Buffer.from(local.encryptionKey, 'base64')],
    demoPassword: seedDemo ? local.demoPassword : null,
    instagram: {
      ...instagramApi(environment),
      appSecret,
      verifyToken: environment.INSTAGRAM_VERIFY_TOKEN ?? local.verifyToken,
      webhookSecrets: [appSecret, environment.META_APP_SECRET ?? ''].filter((secret) => secret !== ''),
    },
  };
}

// Never reached into: where nothing is generated every secret is in the environment.
const noLocalSecrets: LocalSecrets = {
  jwtSecret: '',
  encryptionKey: '',
  appSecret: '',
  verifyToken: '',
  demoPassword: '',
};

function hasAllSecrets(environment: Environment): boolean {
  const { JWT_SECRET, ENCRYPTION_KEYS, INSTAGRAM_APP_SECRET, INSTAGRAM_VERIFY_TOKEN } = environment;
  const needed = [JWT_SECRET, ENCRYPTION_KEYS, INSTAGRAM_APP_SECRET, INSTAGRAM_VERIFY_TOKEN];
  return needed.every((secret) => secret !== undefined);
}

function instagramApi(environment: Environment) {
  return {
    appId: environment.INSTAGRAM_APP_ID ?? null,
    metaApp: metaApp(environment),
    metaLoginConfigId: environment.META_LOGIN_CONFIG_ID ?? null,
    graphApiUrl: environment.GRAPH_API_URL ?? null,
    graphApiVersion: environment.GRAPH_API_VERSION ?? 'v25.0',
    oauth: oauthHosts(environment),
  };
}

function metaApp({ META_APP_ID: appId, META_APP_SECRET: appSecret }: Environment) {
  return appId === undefined || appSecret === undefined ? null : { appId, appSecret };
}

function optionalServices(environment: Environment) {
  return {
    openai: {
      apiKey: environment.OPENAI_API_KEY ?? null,
      baseUrl: environment.OPENAI_BASE_URL ?? 'https://api.openai.com/v1',
      model: environment.OPENAI_MODEL ?? 'gpt-4o-mini',
    },
    stripe: {
      secretKey: environment.STRIPE_SECRET_KEY ?? null,
      webhookSecret: environment.STRIPE_WEBHOOK_SECRET ?? null,
    },
    smtpUrl: environment.SMTP_URL ?? null,
    media: { s3: s3Config(environment), retentionDays: environment.MEDIA_RETENTION_DAYS ?? 90 },
    sentryDsn: environment.SENTRY_DSN ?? null,
    otlpEndpoint: environment.OTEL_EXPORTER_OTLP_ENDPOINT ?? null,
  };
}

function isUnconfigured(environment: Environment): boolean {
  const isAnySet = environment.DATABASE_URL !== undefined || environment.GRAPH_API_URL !== undefined;
  return !isAnySet && environment.NODE_ENV !== 'production';
}

function problemsOf(error: z.ZodError): ConfigProblem[] {
  return error.issues.map((issue) => ({ variable: issue.path.join('.'), problem: issue.message }));
}

/** The variables that are fine by themselves, so that one answer names wrong and missing ones together. */
function readableParts(
  env: Readonly<Record<string, string | undefined>>,
  problems: ConfigProblem[],
): Environment {
  const wrong = new Set(problems.map(({ variable }) => variable));
  return environmentSchema.parse(
    Object.fromEntries(Object.entries(env).filter(([name]) => !wrong.has(name))),
  );
}

function withoutKnown(found: ConfigProblem[], known: readonly ConfigProblem[]): ConfigProblem[] {
  return found.filter(({ variable }) => known.every((other) => other.variable !== variable));
}
