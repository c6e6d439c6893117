export { createAccountCache, type AccountCache } from './accounts/create-account-cache';
export type { AccountContext } from './accounts/to-account-context';
export {
  createEffectRunner,
  type EffectRunner,
  type EffectRunnerOptions,
} from './effects/create-effect-runner';
export { createIntake, type Intake } from './intake/create-intake';
export { createRecovery, type Recovery } from './recovery/create-recovery';
export { createSweeper, type Sweeper, type SweptWork } from './sweeper/create-sweeper';
export { type FetchProfile } from './turns/create-profile-hold';
export {
  createTurnProcessor,
  type TurnProcessor,
  type TurnProcessorOptions,
} from './turns/create-turn-processor';
export { shardCount } from './turns/shard-of-contact';
