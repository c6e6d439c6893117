import { endpoints, type FlowSummary } from '@instaflow/contracts';
import { countFlowFigures } from '@instaflow/db';
import { flow, message, start } from '@instaflow/flow-model';
import { RunScenario, greetAndWait } from '../spec-support/run-scenario';
import { signUpMember } from '../spec-support/scenario';

let scene: RunScenario;
beforeAll(async () => {
  scene = await RunScenario.open();
});
afterAll(() => scene.close());

const count = (now = Date.now()) =>
  countFlowFigures(scene.test.deps.engineSource, { now, isDone: () => false });
const list = async (query: Record<string, string | number> = {}): Promise<FlowSummary[]> => {
  const { flows } = await scene.test.api.ok(endpoints.listFlows, {
    ...scene.at(scene.account.instagramAccountId),
    query,
  });
  return flows;
};
const idsOf = (flows: readonly FlowSummary[]) => flows.map(({ flowId }) => flowId);
const create = (name: string, definition = flow(start(), message('Hi')), token = scene.user.token) =>
  scene.test.api.ok(endpoints.createFlow, {
    token,
    params: { id: scene.account.instagramAccountId },
    body: { name, flowDefinition: definition },
  });

describe('figures in the list of flows', () => {
  it('tell who entered and completed, and the hits of triggers, once they are counted', async () => {
    const done = await scene.publish(flow(start(), message('Hi')));
    const waiting = await scene.publish(greetAndWait());
    const find = async (flowId: string) => (await list()).find((shown) => shown.flowId === flowId);
    expect(await find(done.flowId)).toMatchObject({ figures: null, lastRunAt: null });
    await scene.walkInto(done.word, 'completed');
    await scene.walkInto(waiting.word);
    expect(await count()).toBeGreaterThanOrEqual(2);
    expect(await find(done.flowId)).toMatchObject({
      figures: { entered: 1, completed: 1, completionRate: 1, clickRate: null },
      lastRunAt: expect.any(String),
    });
    expect(await find(waiting.flowId)).toMatchObject({
      figures: { entered: 1, completed: 0, completionRate: 0 },
      waitingCount: 1,
    });
    const { triggers } = await scene.test.api.ok(endpoints.listFlowTriggers, scene.at(done.flowId));
    expect(triggers).toMatchObject([{ hits7d: 1 }]);
  });

  it('are counted again when somebody enters, else ever later', async () => {
    const { flowId, word } = await scene.publish(flow(start(), message('Hi')));
    const begin = Date.now();
    await count(begin);
    expect(await count(begin + 1_000)).toBe(0);
    await scene.walkInto(word, 'completed');
    expect(await count(begin + 30_000)).toBe(1);
    const shown = (await list()).find((found) => found.flowId === flowId);
    expect(shown?.figures).toMatchObject({ entered: 1, countedAt: new Date(begin + 30_000).toISOString() });
    await count(begin + 100_000);
    expect(await count(begin + 160_000)).toBe(0);
  });

  it('forget what is older than 30 days, and of triggers what is older than 7', async () => {
    const { flowId, word } = await scene.publish(flow(start(), message('Hi')));
    await scene.walkInto(word, 'completed');
    const at = async (days: number) => {
      await count(Date.now() + days * 86_400_000);
      const shown = (await list()).find((found) => found.flowId === flowId);
      const { triggers } = await scene.test.api.ok(endpoints.listFlowTriggers, scene.at(flowId));
      return [shown?.figures?.entered, triggers[0]?.hits7d];
    };
    expect(await at(1)).toEqual([1, 1]);
    expect(await at(8)).toEqual([1, 0]);
    expect(await at(31)).toEqual([0, 0]);
  });
});

describe('the list of flows', () => {
  it('is narrowed to errors, to a kind of trigger and to who made them', async () => {
    const { workspaceId } = scene.user;
    const user = await signUpMember(scene.test, { workspaceId, role: 'editor' });
    const broken = await create('Broken', flow(start(), message('')));
    const theirs = await create('Theirs', undefined, user.token);
    await scene.test.api.ok(endpoints.createTrigger, {
      ...scene.at(theirs.flowId),
      body: { type: 'story_reply' },
    });
    expect(idsOf(await list({ hasErrors: 'true' }))).toEqual([broken.flowId]);
    expect(idsOf(await list({ triggerType: 'story_reply' }))).toEqual([theirs.flowId]);
    expect(idsOf(await list({ ownerId: user.userId }))).toEqual([theirs.flowId]);
    expect(idsOf(await list({ ownerId: user.userId, hasErrors: 'true' }))).toEqual([]);
    expect(theirs.editedBy).toEqual({ userId: user.userId, name: expect.any(String) });
    const saved = await scene.test.api.ok(endpoints.updateFlow, {
      ...scene.at(theirs.flowId),
      body: { name: 'Ours' },
    });
    expect([saved.createdByUserId, saved.editedBy?.userId]).toEqual([user.userId, scene.user.userId]);
  });

  it('offers everybody who made flows that are still there, by name, and their flows page by page', async () => {
    const { workspaceId } = scene.user;
    const [anna, zoe] = [
      await signUpMember(scene.test, { workspaceId, role: 'editor' }),
      await signUpMember(scene.test, { workspaceId, role: 'editor' }),
    ];
    await scene.test.api.ok(endpoints.updateMe, { token: anna.token, body: { firstName: 'anna' } });
    await scene.test.api.ok(endpoints.updateMe, { token: zoe.token, body: { firstName: 'Zoe' } });
    const made = [await create('One', undefined, zoe.token), await create('Two', undefined, zoe.token)];
    const gone = await create('Gone', undefined, anna.token);
    const names = async () => {
      const { owners } = await scene.test.api.ok(
        endpoints.listFlowOwners,
        scene.at(scene.account.instagramAccountId),
      );
      return owners.map(({ name }) => name);
    };
    expect((await names()).filter((name) => /^(anna|Zoe)/.test(name))).toEqual(['anna User', 'Zoe User']);
    await scene.test.api.ok(endpoints.deleteFlow, scene.at(gone.flowId));
    expect(await names()).not.toContain('anna User');
    const first = await scene.test.api.ok(endpoints.listFlows, {
      ...scene.at(scene.account.instagramAccountId),
      query: { ownerId: zoe.userId, limit: 1 },
    });
    expect([first.total, idsOf(first.flows)]).toEqual([2, [made[1]?.flowId]]);
    const second = await list({ ownerId: zoe.userId, limit: 1, cursor: first.nextCursor ?? '' });
    expect(idsOf(second)).toEqual([made[0]?.flowId]);
  });

  it('is sorted, and read page by page in that order', async () => {
    const sorted = async (sort: string) => {
      const all = await list({ sort, limit: 100 });
      const read: string[] = [];
      let cursor: string | null | undefined;
      do {
        const { flows, nextCursor } = await scene.test.api.ok(endpoints.listFlows, {
          ...scene.at(scene.account.instagramAccountId),
          query: { sort, limit: 2, ...(cursor && { cursor }) },
        });
        read.push(...idsOf(flows));
        cursor = nextCursor;
      } while (cursor !== null);
      expect(read).toEqual(idsOf(all));
      return all;
    };
    const names = (await sorted('name')).map(({ name }) => name.toLowerCase());
    expect(names).toEqual(names.toSorted());
    const entered = (await sorted('entered')).map(({ figures }) => figures?.entered ?? 0);
    expect(entered).toEqual(entered.toSorted((a, b) => b - a));
    const edited = (await sorted('edited')).map(({ updatedAt }) => updatedAt);
    expect(edited).toEqual(edited.toSorted().toReversed());
    for (const sort of ['newest', 'completion', 'clicks', 'lastRun']) await sorted(sort);
  });

  it('refuses a cursor of another order', async () => {
    const { nextCursor } = await scene.test.api.ok(endpoints.listFlows, {
      ...scene.at(scene.account.instagramAccountId),
      query: { sort: 'name', limit: 1 },
    });
    const answer = await scene.test.api.call(endpoints.listFlows, {
      ...scene.at(scene.account.instagramAccountId),
      query: { sort: 'edited', limit: 1, cursor: nextCursor ?? '' },
    });
    expect(answer.status).toBe(400);
  });
});
