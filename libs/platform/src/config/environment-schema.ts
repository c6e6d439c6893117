import { z } from 'zod';

/** Every variable the program reads, checked one by one. An empty string counts as not set. */
export const environmentSchema = z.object({
  NODE_ENV: optional(z.enum(['production', 'development', 'test'], 'use production, development or test')),
  ROLE: optional(z.enum(['all', 'api', 'worker'], 'use all, api or worker')),
  HOST: optional(z.string()),
  PORT: optional(wholeNumber({ min: 0, max: 65_535 })),
  DATA_DIR: optional(z.string()),
  DATABASE_URL: optional(urlOf(['postgres:', 'postgresql:'], 'postgres://user:password@host:5432/database')),
  REDIS_URL: optional(urlOf(['redis:', 'rediss:'], 'redis://host:6379')),
  PUBLIC_URL: optional(webUrl('https://instaflow.example.com')),
  JWT_SECRET: optional(
    z.string().min(32, 'must have at least 32 characters; `openssl rand -base64 48` makes one'),
  ),
  ENCRYPTION_KEYS: optional(encryptionKeys()),
  INSTAGRAM_APP_ID: optional(z.string().max(100)),
  INSTAGRAM_APP_SECRET: optional(z.string().max(500)),
  INSTAGRAM_VERIFY_TOKEN: optional(z.string().max(500)),
  META_APP_ID: optional(z.string().max(100)),
  META_APP_SECRET: optional(z.string().max(500)),
  META_LOGIN_CONFIG_ID: optional(z.string().max(100)),
  GRAPH_API_URL: optional(webUrl('https://graph.instagram.com')),
  GRAPH_API_VERSION: optional(z.string().regex(/^v\d{1,3}\.\d{1,2}$/, 'looks like v25.0')),
  INSTAGRAM_AUTH_URL: optional(webUrl('https://www.instagram.com')),
  INSTAGRAM_TOKEN_URL: optional(webUrl('https://api.instagram.com')),
  FACEBOOK_AUTH_URL: optional(webUrl('https://www.facebook.com')),
  FACEBOOK_GRAPH_URL: optional(webUrl('https://graph.facebook.com')),
  OPENAI_API_KEY: optional(z.string()),
  OPENAI_BASE_URL: optional(webUrl('https://api.openai.com/v1')),
  OPENAI_MODEL: optional(z.string()),
  STRIPE_SECRET_KEY: optional(z.string()),
  STRIPE_WEBHOOK_SECRET: optional(z.string()),
  SMTP_URL: optional(urlOf(['smtp:', 'smtps:'], 'smtp://user:password@host:587')),
  S3_ENDPOINT: optional(webUrl('https://s3.eu-central-1.amazonaws.com')),
  S3_BUCKET: optional(z.string().regex(/^[A-Za-z0-9._-]{1,255}$/, 'must be the name of a bucket')),
  S3_REGION: optional(z.string().regex(/^[A-Za-z0-9-]{1,64}$/, 'must be a region such as eu-central-1')),
  S3_ACCESS_KEY_ID: optional(z.string().max(500)),
  S3_SECRET_ACCESS_KEY: optional(z.string().max(500)),
  MEDIA_RETENTION_DAYS: optional(wholeNumber({ min: 1, max: 3_650 })),
  LOG_LEVEL: optional(
    z.enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'use fatal, error, warn, info, debug, trace or silent',
    ),
  ),
  SENTRY_DSN: optional(webUrl('https://key@host/1')),
  OTEL_EXPORTER_OTLP_ENDPOINT: optional(webUrl('http://host:4318')),
  SEED_DEMO: optional(flag()),
  TRUST_PROXY: optional(proxyCount()),
});

export type Environment = z.output<typeof environmentSchema>;
export type EnvironmentName = keyof Environment;

/** The names, for documentation and for tests that compare them. */
export const environmentNames = environmentSchema.keyof().options;

function optional<T extends z.ZodType>(schema: T) {
  const emptyIsUnset = (value: unknown) =>
    typeof value === 'string' && value.trim() === '' ? undefined : value;
  return z.preprocess(emptyIsUnset, schema.optional());
}

function flag() {
  return z.enum(['true', 'false'], 'use true or false').transform((value) => value === 'true');
}

/** How many proxies stand in front; `true` is one, the usual case. */
function proxyCount() {
  return z
    .string()
    .regex(/^(true|false|[0-9])$/, 'use true, false or the number of proxies in front')
    .transform((value) => (value === 'true' ? 1 : value === 'false' ? 0 : Number(value)));
}

function wholeNumber({ min, max }: { min: number; max: number }) {
  const message = `must be a whole number from ${min} to ${max}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, message)
    .transform(Number)
    .refine((value) => value >= min && value <= max, message);
}

function urlOf(protocols: readonly string[], example: string) {
  const isFitting = (value: string) => URL.canParse(value) && protocols.includes(new URL(value).protocol);
  return z.string().refine(isFitting, `must be an address such as ${example}`);
}

/** Without the slash at the end, so that paths can be appended. */
function webUrl(example: string) {
  return urlOf(['http:', 'https:'], example).transform((value) => value.replace(/\/+$/, ''));
}

function encryptionKeys() {
  const message = 'must be a comma list of 32-byte keys in base64; `openssl rand -base64 32` makes one';
  return z
    .string()
    .transform((list) => list.split(',').map((key) => key.trim()))
    .refine((keys) => keys.every((key) => /^[A-Za-z0-9+/]{43}=?$/.test(key)), message)
    .transform((keys) => keys.map((key) => Buffer.from(key, 'base64')));
}
