import { createReadStream } from 'node:fs';
import { AwsV4Signer } from 'aws4fetch';
import { request, type Dispatcher } from 'undici';
import { isStorageKey, type MediaStorage } from './media-storage';

export type S3Settings = {
  /** Without a slash at the end, such as `https://s3.eu-central-1.amazonaws.com`. */
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
};

const timeoutMs = 60_000;
/** SHA-256 of nothing, for requests without a body. */
const emptyHash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** Media in a bucket of S3 or of something that speaks like it, addressed by path, so that any host name will do. */
export const createS3Storage = (settings: S3Settings): MediaStorage => {
  const { endpoint, bucket, region, accessKeyId, secretAccessKey } = settings;

  const call = async (
    method: 'GET' | 'PUT' | 'DELETE',
    key: string,
    options: { headers?: Record<string, string>; hash?: string; path?: string } = {},
  ): Promise<Dispatcher.ResponseData> => {
    if (!isStorageKey(key)) throw new Error('not a key of the storage');
    const { headers = {}, hash = emptyHash, path } = options;
    const signed = await new AwsV4Signer({
      method,
      url: `${endpoint}/${encodeURIComponent(bucket)}/media/${key}`,
      headers: { 'x-amz-content-sha256': hash, ...(headers['range'] && { range: headers['range'] }) },
      service: 's3',
      region,
      accessKeyId,
      secretAccessKey,
    }).sign();
    return request(signed.url, {
      method,
      headers: { ...headers, ...Object.fromEntries(signed.headers) },
      ...(path !== undefined && { body: createReadStream(path) }),
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
    });
  };

  return {
    put: async (key, { path, bytes, sha256, contentType }) => {
      const headers = { 'content-length': String(bytes), 'content-type': contentType };
      await must(await call('PUT', key, { headers, hash: sha256, path }));
    },
    open: async (key, range) => {
      const answer = await call(
        'GET',
        key,
        range === null ? {} : { headers: { range: `bytes=${range.start}-${range.end}` } },
      );
      if (answer.statusCode === 404) {
        await answer.body.dump();
        return null;
      }
      if (answer.statusCode >= 300) await must(answer);
      return answer.body;
    },
    remove: async (key) => must(await call('DELETE', key)),
  };
};

/** A missing object is as good as a removed one. */
const must = async ({ statusCode, body }: Dispatcher.ResponseData): Promise<void> => {
  await body.dump();
  if (statusCode >= 300 && statusCode !== 404)
    throw new Error(`The storage of media answered ${statusCode}.`);
};
