export { createAccountCache, type AccountCache } from './accounts/create-account-cache';
export type { AccountContext } from './accounts/to-account-context';
export {
  createEffectRunner,
  type EffectRunner,
  type EffectRunnerOptions,
} from './effects/create-effect-runner';
export { createIntake, type Intake } from './intake/create-intake';
export { createDiskStorage } from './media/create-disk-storage';
export { createMediaFetcher, type MediaFetcher } from './media/create-media-fetcher';
export { traceRetentionMs } from './retention/create-retention';
export { createMediaRetention, type MediaRetention } from './media/create-media-retention';
export { createMediaStore, type KeptFile, type MediaStore } from './media/create-media-store';
export { createS3Storage, type S3Settings } from './media/create-s3-storage';
export type { MediaStorage } from './media/media-storage';
export { checkUploadType } from './media/sniff-media';
export { createCommentPoller, type CommentPoller } from './polling/create-comment-poller';
export { createRecovery, type Recovery } from './recovery/create-recovery';
export { createSweeper, type Sweeper, type SweptWork } from './sweeper/create-sweeper';
export { type FetchProfile } from './turns/create-profile-hold';
export {
  createTurnProcessor,
  type TurnProcessor,
  type TurnProcessorOptions,
} from './turns/create-turn-processor';
export { shardCount } from './turns/shard-of-contact';
