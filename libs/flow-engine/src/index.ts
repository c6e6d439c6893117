export * from './contact-snapshot';
export * from './account-snapshot';
export * from './inbound-event';
export * from './effect';
export * from './run-state';
export * from './flow-source';
export * from './trace-step';
export * from './run-input';
export * from './run-command';
export * from './turn';
export { advanceRun, type AdvanceRunInput, type AdvancedRun } from './advance-run';
export { decideTurn } from './decide/decide-turn';
export { postKey } from './decide/post-of';
export { readShortcode } from './decide/same-post';
export { resultOfFailure, resultOfResponse, type CallResponse } from './calls/result-of-response';
export { createRun } from './run/create-run';
export { failureSentence } from './run/failure-sentence';
export { findCommandRefusal, type CommandRefusal } from './run/find-command-refusal';
export { isDoneForGood } from './run/pass-done';
export { endRun, isEnded } from './run/run-transitions';
export { maxStepsPerRun, maxStepsPerTurn } from './run/walk';
export { matchKeywords, splitKeywords } from './text/match-keywords';
export { findSharedKeywords } from './text/shared-keywords';
export { normalizeText } from './text/normalize-text';
export { findOptInWord, findOptOutWord } from './text/opt-words';
export { splitText } from './text/split-text';
export { buildScope, readField } from './text/read-field';
export { evaluateGroup, evaluateRule } from './rules/evaluate-rule';
export { isInWindows, findNextOpening } from './schedule/weekly-windows';
export { findQuietEnd } from './schedule/quiet-hours';
export * from './simulation/talk';
export { createTalk } from './simulation/create-talk';
export { playMove, playMoves } from './simulation/play-move';
export { findHeldStep, findHold, talkAtHold, type TalkHold } from './simulation/hold-talk';
export { simulatedPostId } from './simulation/read-event';
export { talkMoveSchema, type TalkMove, type TalkMoveInput } from './simulation/talk-move';
export {
  findTestedFlow,
  runFlowTest,
  type FlowTestDifference,
  type FlowTestResult,
} from './simulation/flow-tests/run-flow-test';
export { recordFlowTest } from './simulation/flow-tests/record-flow-test';
export { listMessages, type ShownMessage } from './simulation/flow-tests/read-messages';
export { toTalkMove, type MadeMove } from './simulation/flow-tests/to-talk-move';
export { createTestContact, createTestWorld } from './simulation/flow-tests/create-test-world';
export { isValidPattern } from '@instaflow/flow-model';
