import type { FlowTest, LoadedFlow } from '@instaflow/flow-model';
import { createTalk } from '../create-talk';
import { playMove } from '../play-move';
import type { Talk, TalkLine, TalkTurn, TalkWorld } from '../talk';
import { compareMoment, type FlowTestDifference } from './compare-moment';
import { createTestContact, createTestWorld } from './create-test-world';
import { toTalkMove } from './to-talk-move';

export type { FlowTestDifference } from './compare-moment';

export type FlowTestResult = {
  name: string;
  flowId: string;
  outcome: 'passed' | 'failed';
  /** What was not as expected, in the order it happened; the first one usually explains the others. */
  differences: FlowTestDifference[];
  firstDifference: FlowTestDifference | null;
  /** Everything that was said and done. */
  lines: TalkLine[];
  /** Every decision with its steps. */
  turns: TalkTurn[];
};

/**
 * Plays a saved conversation with the very interpreter that answers real people, and compares what comes of it. Pure:
 * the same flows and test give the same result. Nothing is sent or called. Never throws for any flow document.
 */
export function runFlowTest(flows: readonly LoadedFlow[], test: FlowTest): FlowTestResult {
  const flow = findTestedFlow(flows, test);
  if (!flow) return toResult(test, test.flowId ?? '', [missingFlow(test)], null);
  const { talk, differences } = playSteps(createTestWorld(flows, flow, test), test);
  const last = test.steps.length - 1;
  const atEnd = compareMoment(test.expect, { talk, since: talk, step: last });
  return toResult(test, flow.id, [...differences, ...atEnd], talk);
}

/** The flow a saved conversation is about; null when it is not there. */
export function findTestedFlow(flows: readonly LoadedFlow[], test: FlowTest): LoadedFlow | null {
  return (test.flowId === undefined ? flows[0] : flows.find(({ id }) => id === test.flowId)) ?? null;
}

function playSteps(world: TalkWorld, test: FlowTest): { talk: Talk; differences: FlowTestDifference[] } {
  const differences: FlowTestDifference[] = [];
  let talk = createTalk({
    now: Date.parse(test.startAt),
    contact: createTestContact(test),
    conversation: { isFirstContact: test.contact.isNew ?? false },
  });
  for (const [step, { move, expect = {} }] of test.steps.entries()) {
    const before = talk;
    const made = toTalkMove(talk, move);
    if (!made.ok) {
      differences.push({ step, what: 'button', ...made, message: `Step ${step + 1}: ${made.message}` });
      return { talk, differences };
    }
    talk = playMove(talk, made.move, world);
    differences.push(...compareMoment(expect, { talk, since: before, step }));
  }
  return { talk, differences };
}

function missingFlow({ flowId = '' }: FlowTest): FlowTestDifference {
  const message = `The flow "${flowId}" of this test is not there.`;
  return { step: 0, what: 'flow', expected: flowId, actual: null, message };
}

function toResult(
  { name }: FlowTest,
  flowId: string,
  differences: FlowTestDifference[],
  talk: Talk | null,
): FlowTestResult {
  return {
    name,
    flowId,
    outcome: differences.length === 0 ? 'passed' : 'failed',
    differences,
    firstDifference: differences[0] ?? null,
    lines: talk?.lines ?? [],
    turns: talk?.turns ?? [],
  };
}
