import { setImmediate as nextTurn } from 'node:timers/promises';
import { jsonValue, type FlowTestOutcome } from '@instaflow/contracts';
import { flowTestRepository, type FlowEntity, type FlowTestEntity, type Tx } from '@instaflow/db';
import { runFlowTest, type FlowTestDifference } from '@instaflow/flow-engine';
import { flowTestSchema, type FlowDefinition, type LoadedFlow } from '@instaflow/flow-model';
import { loadBundleTriggers } from '../bundles/bundle-triggers';
import { loadLinkedFlows } from '../drafts/load-linked-flows';

/** All conversations of a flow together; those that are not reached by then have not held. */
const budgetMs = 10_000;
/** Of each conversation as many as anybody reads. */
const maxDifferences = 20;

export type TestRun = { passed: boolean; results: FlowTestOutcome[] };

type Tested = Pick<FlowEntity, 'id' | 'name' | 'description' | 'instagramAccountId' | 'workspaceId'>;

/**
 * Plays the saved conversations of a flow with a document of it, in memory. The flows it goes to are those people come to.
 * Other requests are served between two conversations.
 */
export async function runSavedTests(
  tx: Tx,
  { flow, definition }: { flow: Tested; definition: FlowDefinition },
): Promise<TestRun> {
  const tests = await flowTestRepository.list(tx, { flowId: flow.id, workspaceId: flow.workspaceId });
  if (tests.length === 0) return { passed: true, results: [] };
  const flows = await loadTestedFlows(tx, flow, definition);
  const endAt = performance.now() + budgetMs;
  const results: FlowTestOutcome[] = [];
  for (const test of tests) {
    results.push(performance.now() < endAt ? play(flows, test) : outOfTime(test));
    await nextTurn();
  }
  return { passed: results.every(({ outcome }) => outcome === 'passed'), results };
}

async function loadTestedFlows(tx: Tx, flow: Tested, definition: FlowDefinition): Promise<LoadedFlow[]> {
  const linked = await loadLinkedFlows(tx, { definition, flow, prefer: 'published' });
  const all = [{ id: flow.id, name: flow.name, description: flow.description, definition }, ...linked];
  const triggers = await loadBundleTriggers(tx, {
    flowIds: all.map(({ id }) => id),
    workspaceId: flow.workspaceId,
  });
  return all.map((one) => ({
    ...one,
    triggers: (triggers.get(one.id) ?? []).filter(({ status }) => status !== 'inactive'),
    tests: [],
  }));
}

function play(flows: readonly LoadedFlow[], { id, test }: FlowTestEntity): FlowTestOutcome {
  const parsed = flowTestSchema.safeParse(test);
  if (!parsed.success) {
    const message = 'This conversation was saved by another version and cannot be read. Record it again.';
    return toFailure(id, nameOf(test), { what: 'test', message });
  }
  try {
    const { name, outcome, differences } = runFlowTest(flows, parsed.data);
    return { testId: id, name, outcome, differences: differences.slice(0, maxDifferences).map(toShown) };
  } catch (error) {
    // Such as one that goes on beyond the last day a clock knows: it must not take the others with it.
    const reason = error instanceof Error ? error.message : 'unknown';
    return toFailure(id, nameOf(test), {
      what: 'test',
      message: `This conversation cannot be played: ${reason}.`,
    });
  }
}

function toShown({ expected, actual, ...difference }: FlowTestDifference) {
  return { ...difference, expected: jsonValue.parse(expected), actual: jsonValue.parse(actual) };
}

function outOfTime({ id, test }: FlowTestEntity): FlowTestOutcome {
  const message = `Not played: the conversations before it took ${budgetMs / 1000} s. Save fewer or shorter ones.`;
  return toFailure(id, nameOf(test), { what: 'time', message });
}

function toFailure(
  testId: string,
  name: string,
  { what, message }: { what: string; message: string },
): FlowTestOutcome {
  return {
    testId,
    name,
    outcome: 'failed',
    differences: [{ step: 0, what, expected: null, actual: null, message }],
  };
}

function nameOf(test: object): string {
  return 'name' in test && typeof test.name === 'string' ? test.name : '';
}
