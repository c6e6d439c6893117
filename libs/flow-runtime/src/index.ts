export { createAccountCache, type AccountCache, type AccountContext } from './accounts/create-account-cache';
export { createIntake, type Intake } from './intake/create-intake';
export { createSweeper, type Sweeper, type SweptWork } from './sweeper/create-sweeper';
export { type EnsureProfiles } from './turns/create-profile-hold';
export {
  createTurnProcessor,
  type TurnProcessor,
  type TurnProcessorOptions,
} from './turns/create-turn-processor';
