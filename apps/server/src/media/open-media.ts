import { join } from 'node:path';
import type { DataSource } from '@instaflow/db';
import {
  createDiskStorage,
  createMediaStore,
  createS3Storage,
  type MediaStore,
} from '@instaflow/flow-runtime';
import type { Clock, Config, Logger } from '@instaflow/platform';
import { createMediaLinks, type MediaLinks } from './media-links';

/** Where files are kept, and the addresses they have; the storage is not touched before the first file. */
export function openMedia(parts: {
  config: Pick<Config, 'dataDir' | 'jwtSecret' | 'media' | 'publicUrl'>;
  engineSource: DataSource;
  clock: Clock;
  log: Logger;
}): { mediaStore: MediaStore; mediaLinks: MediaLinks } {
  const { config, engineSource, clock, log } = parts;
  const directory = join(config.dataDir, 'media');
  const { s3 } = config.media;
  const storage = s3 === null ? createDiskStorage(join(directory, 'files')) : createS3Storage(s3);
  return {
    mediaStore: createMediaStore({ dataSource: engineSource, storage, directory, clock, logger: log }),
    mediaLinks: createMediaLinks({ publicUrl: config.publicUrl, secret: config.jwtSecret }),
  };
}
