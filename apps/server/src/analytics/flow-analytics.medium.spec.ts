import { endpoints, type NodeEngagement, type VisitMeasure } from '@instaflow/contracts';
import { countFlowHours } from '@instaflow/db';
import { flow, goToFlow, message, onButton, onNext, quickReply, start, wait } from '@instaflow/flow-model';
import { waitFor } from '@instaflow/testing';
import { RunScenario } from '../spec-support/run-scenario';
import { deliver, signUp, textWebhook } from '../spec-support/scenario';

const dayMs = 86_400_000;
let scene: RunScenario;
let flowId: string;
let subFlowId: string;
let runs: { yes: string; no: string; silent: string; gone: string };

beforeAll(async () => {
  scene = await RunScenario.open();
  const sub = await scene.publish(flow(start(), message('Thanks', { id: 'thanks' })));
  subFlowId = sub.flowId;
  const asked = await scene.publish(
    flow(
      start({ id: 'start' }),
      message('Do you want it?', {
        id: 'ask',
        buttons: [quickReply('Yes', 'yes'), quickReply('No', 'no')],
        to: [onButton('yes', 'good'), onButton('no', 'again')],
      }),
      message('Good', { id: 'good', to: [onNext('sub')] }),
      goToFlow(subFlowId, { id: 'sub' }),
      wait('2h', { id: 'again' }),
      message('And now?', { id: 'later' }),
    ),
  );
  flowId = asked.flowId;
  const walk = async (personId: string, answer: string | null, status: string) => {
    const { run } = await scene.walkInto(asked.word, 'waiting', personId);
    await scene.isSent(personId, 'Do you want it?');
    if (answer === null) return run.runId;
    await deliver(
      scene.test,
      textWebhook({ accountId: scene.account.instagramUserId, personId, text: answer }),
    );
    await waitFor(
      async () => {
        const shown = await scene.getRun(run.runId);
        return shown.status === status && shown.standsAt.nodeId !== 'ask';
      },
      { what: `the run ${status}` },
    );
    return run.runId;
  };
  runs = {
    yes: await walk('9001', 'Yes', 'completed'),
    no: await walk('9002', 'No', 'waiting'),
    silent: await walk('9003', null, 'waiting'),
    gone: await walk('9004', null, 'waiting'),
  };
  await scene.command(endpoints.cancelRun, runs.gone);
  await scene.comesTo(runs.gone, 'cancelled');
  await scene.isSent('9001', 'Thanks');
  await waitFor(
    async () => (await read()).nodeEngagement.every((node) => node.sent === expectedSent[node.nodeId]),
    {
      what: 'every message being confirmed',
    },
  );
  await scene.test.deps.engineSource.query(
    `UPDATE message_log SET delivery_status = 'read' WHERE run_id = $1 AND node_id = 'ask'`,
    [runs.yes],
  );
});
afterAll(() => scene.close());

const expectedSent: Record<string, number> = { start: 0, ask: 4, good: 1, sub: 0, again: 0 };

const read = (query: Record<string, string | number> = {}, id = flowId) =>
  scene.test.api.ok(endpoints.getFlowAnalytics, { ...scene.at(id), query });
const list = (
  query: { nodeId: string; measure: VisitMeasure; outlet?: string; cursor?: string; limit?: number },
  id = flowId,
) => scene.test.api.ok(endpoints.listFlowVisits, { ...scene.at(id), query });

/** What the log of these runs says, counted step by step. */
async function countLog(runIds: string[], ofFlow: string): Promise<Record<string, Partial<NodeEngagement>>> {
  const nodes: Record<
    string,
    { visits: Set<string>; sent: number; read: number; clicked: number; taken: string[] }
  > = {};
  for (const runId of runIds) {
    const { turns } = await scene.getRun(runId);
    for (const step of turns.flatMap(({ steps }) => steps)) {
      if (step.flowId !== ofFlow) continue;
      const node = (nodes[step.nodeId] ??= { visits: new Set(), sent: 0, read: 0, clicked: 0, taken: [] });
      node.visits.add(`${runId}/${step.visit}`);
      for (const { deliveryStatus } of step.messages) {
        if (['sent', 'delivered', 'read'].includes(deliveryStatus)) node.sent += 1;
        if (deliveryStatus === 'read') node.read += 1;
      }
      if (step.branch?.startsWith('button_payload:')) node.clicked += 1;
      if (step.targetNodeId !== null && step.branch !== null) node.taken.push(step.branch);
    }
  }
  return Object.fromEntries(
    Object.entries(nodes).map(([nodeId, { visits, taken, ...node }]) => [
      nodeId,
      {
        ...node,
        engagements: visits.size,
        outlets: [...new Set(taken)]
          .map((outlet) => ({ outlet, count: taken.filter((other) => other === outlet).length }))
          .sort((a, b) => b.count - a.count || (a.outlet < b.outlet ? -1 : 1)),
      },
    ]),
  );
}

const walked = (nodes: NodeEngagement[]) =>
  Object.fromEntries(
    nodes.map(({ nodeId, engagements, sent, read, clicked, outlets }) => [
      nodeId,
      { engagements, sent, read, clicked, outlets },
    ]),
  );

describe('the figures of a flow', () => {
  it('are those of the run log, node by node and outlet by outlet', async () => {
    const { starts, completions, failures, nodeEngagement } = await read();
    expect({ starts, completions, failures }).toEqual({ starts: 4, completions: 1, failures: 0 });
    const log = await countLog(Object.values(runs), flowId);
    expect(walked(nodeEngagement)).toEqual(log);
    expect(log['ask']).toMatchObject({
      engagements: 4,
      sent: 4,
      read: 1,
      clicked: 2,
      outlets: [
        { outlet: 'button_payload:no', count: 1 },
        { outlet: 'button_payload:yes', count: 1 },
      ],
    });
  });

  it('say who stands where now, and who left without coming to an end', async () => {
    const nodes = new Map((await read()).nodeEngagement.map((node) => [node.nodeId, node]));
    expect(nodes.get('ask')).toMatchObject({ waiting: 1, dropped: 1, failed: 0 });
    expect(nodes.get('again')).toMatchObject({ waiting: 1, dropped: 0 });
  });

  it('count what a run did in a flow it went to', async () => {
    const { starts, nodeEngagement } = await read({}, subFlowId);
    expect(starts).toBe(0);
    expect(walked(nodeEngagement)).toEqual(await countLog([runs.yes], subFlowId));
    expect(nodeEngagement.find(({ nodeId }) => nodeId === 'thanks')).toMatchObject({
      engagements: 1,
      sent: 1,
    });
  });

  it('are those of one version when asked', async () => {
    const all = await read();
    expect((await read({ version: 1 })).nodeEngagement).toEqual(all.nodeEngagement);
    const unknown = { ...scene.at(flowId), query: { version: 7 } };
    expect((await scene.test.api.call(endpoints.getFlowAnalytics, unknown)).status).toBe(404);
  });

  it('are empty before anything happened', async () => {
    const { nodeEngagement, starts } = await read({ startDate: '2020-01-01', endDate: '2020-01-31' });
    expect([starts, nodeEngagement.map(({ engagements }) => engagements)]).toEqual([0, [0, 0]]);
  });
});

describe('the people behind a number', () => {
  it.each([
    [{ nodeId: 'ask', measure: 'reached' as const }, ['gone', 'no', 'silent', 'yes']],
    [{ nodeId: 'ask', measure: 'clicked' as const }, ['no', 'yes']],
    [{ nodeId: 'ask', measure: 'taken' as const, outlet: 'button_payload:yes' }, ['yes']],
    [{ nodeId: 'ask', measure: 'sent' as const }, ['gone', 'no', 'silent', 'yes']],
    [{ nodeId: 'ask', measure: 'read' as const }, ['yes']],
    [{ nodeId: 'ask', measure: 'waiting' as const }, ['silent']],
    [{ nodeId: 'ask', measure: 'dropped' as const }, ['gone']],
    [{ nodeId: 'ask', measure: 'failed' as const }, []],
    [{ nodeId: 'again', measure: 'reached' as const }, ['no']],
  ])('are listed: %j', async (query, who) => {
    const { visits, nextCursor } = await list(query);
    const names = visits.map(({ run }) => Object.entries(runs).find(([, id]) => id === run.runId)?.[0]);
    expect(names.sort()).toEqual(who);
    expect(nextCursor).toBeNull();
  });

  it('come page by page, the latest first, each once', async () => {
    const seen: string[] = [];
    const times: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = await list({ nodeId: 'ask', measure: 'reached', limit: 1, ...(cursor ? { cursor } : {}) });
      seen.push(...page.visits.map(({ run }) => run.runId));
      times.push(...page.visits.map(({ at }) => at));
      cursor = page.nextCursor;
    }
    expect(seen.sort()).toEqual(Object.values(runs).sort());
    expect(times).toEqual([...times].sort().reverse());
  });

  it('are nobody else’s to see', async () => {
    const { token } = await signUp(scene.test);
    const query = { nodeId: 'ask', measure: 'reached' as const };
    const refused = await scene.test.api.call(endpoints.listFlowVisits, {
      token,
      params: { id: flowId },
      query,
    });
    expect(refused.status).toBe(404);
  });

  it('need to know which outlet was taken', async () => {
    const query = { nodeId: 'ask', measure: 'taken' as const };
    expect((await scene.test.api.call(endpoints.listFlowVisits, { ...scene.at(flowId), query })).status).toBe(
      400,
    );
  });
});

it('says the same once the hours are counted, also when they are counted again', async () => {
  const { engineSource } = scene.test.deps;
  const before = [await read(), await read({}, subFlowId)];
  const people = await list({ nodeId: 'ask', measure: 'reached' });
  // Three days ago, the answers an hour after the questions: a visit must not count again in the hour it is left in.
  await engineSource.query(
    `UPDATE contact_turn t SET at = t.at - interval '3 days' + CASE
       WHEN EXISTS (SELECT FROM contact_turn e WHERE e.contact_id = t.contact_id AND e.id < t.id) THEN interval '1 hour'
       ELSE interval '0' END`,
  );
  const count = (now: number) =>
    countFlowHours(engineSource, { now, keptSince: now - 88 * dayMs, isDone: () => false });
  expect(await count(Date.now())).toBeGreaterThanOrEqual(2);
  const [counted] = await engineSource.query<{ count: number }[]>(
    'SELECT count(*)::int AS count FROM flow_node_hour WHERE flow_id = $1',
    [flowId],
  );
  expect(counted?.count).toBeGreaterThan(0);
  expect(await count(Date.now())).toBe(0);
  const same = async () => {
    const after = [await read(), await read({}, subFlowId)];
    expect(after.map(({ nodeEngagement }) => nodeEngagement)).toEqual(
      before.map(({ nodeEngagement }) => nodeEngagement),
    );
  };
  const samePeople = async () => {
    const after = await list({ nodeId: 'ask', measure: 'reached' });
    expect(after.visits.map(({ run }) => run.runId)).toEqual(people.visits.map(({ run }) => run.runId));
  };
  await same();
  await samePeople();
  expect(await count(Date.now() + 2 * dayMs)).toBeGreaterThanOrEqual(2);
  await same();
  await samePeople();
  // Deleted traces take the names away, not the numbers.
  await engineSource.query('DELETE FROM contact_turn');
  expect(await count(Date.now() + 95 * dayMs)).toBeGreaterThanOrEqual(2);
  await same();
});
