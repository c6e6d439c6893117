import type { ConfigProblem } from './config-error';
import type { Environment } from './environment-schema';

/** Where files lie instead of on the disk: a bucket of S3 or of something that speaks like it. */
export type S3Config = {
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
};

const needed = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;

/** Null when no bucket is set. */
export function s3Config(environment: Environment): S3Config | null {
  const { S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = environment;
  if (!S3_ENDPOINT || !S3_BUCKET || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY) return null;
  return {
    endpoint: S3_ENDPOINT,
    bucket: S3_BUCKET,
    region: S3_REGION ?? 'us-east-1',
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
  };
}

/** All or none: files that went to the disk because one of them was forgotten would be missed later. */
export function s3Problems(environment: Environment): ConfigProblem[] {
  const missing = needed.filter((variable) => environment[variable] === undefined);
  if (missing.length === needed.length && environment.S3_REGION === undefined) return [];
  return missing.map((variable) => ({ variable, problem: 'is missing: the other settings of S3 are set' }));
}
