import { endpoints } from '@instaflow/contracts';
import { flow, message, start, wait, type FlowDefinition } from '@instaflow/flow-model';
import { BuilderScenario } from '../../spec-support/builder-scenario';
import { RunScenario } from '../../spec-support/run-scenario';

let scene: BuilderScenario;
beforeAll(async () => {
  scene = await BuilderScenario.open();
});
afterAll(() => scene.close());

const hello = (text: string): FlowDefinition => flow(start(), message(text, { id: 'm', name: 'Greeting' }));
const textOf = (definition: unknown) => JSON.stringify(definition);

describe('published versions', () => {
  it('say who published them, how many steps they have, and take another note', async () => {
    const { flowId } = await scene.draw(hello('One'));
    await scene.publish(flowId, { note: 'First' });
    const { versions } = await scene.test.api.ok(endpoints.listFlowVersions, scene.at(flowId));
    expect(versions).toMatchObject([
      {
        version: 1,
        note: 'First',
        publishedByName: 'Test User',
        stepCount: 2,
        runningCount: 0,
        isLive: true,
      },
    ]);
    const noted = await scene.test.api.ok(endpoints.updateFlowVersion, {
      ...scene.at(flowId, { version: 1 }),
      body: { note: 'The very first' },
    });
    expect(noted.note).toBe('The very first');
    const missing = await scene.test.api.call(endpoints.updateFlowVersion, {
      ...scene.at(flowId, { version: 9 }),
      body: { note: '' },
    });
    expect(missing.status).toBe(404);
  });

  it('are compared with each other and with the draft', async () => {
    const { flowId } = await scene.drawLive(hello('One'));
    await scene.save(flowId, hello('Two'));
    await scene.publish(flowId);
    await scene.save(
      flowId,
      flow(start(), message('Two', { id: 'm', name: 'Greeting' }), message('Three', { id: 'n' })),
    );
    const diff = (version: number, other: string | number) =>
      scene.test.api.ok(endpoints.diffFlowVersions, scene.at(flowId, { version, other }));
    expect((await diff(1, 2)).diff.changed).toMatchObject([
      { nodeId: 'm', fields: [{ path: ['content', 'text'], before: 'One', after: 'Two' }] },
    ]);
    expect((await diff(2, 'draft')).diff.added).toMatchObject([{ nodeId: 'n' }]);
    expect((await diff(1, 1)).diff).toMatchObject({ added: [], removed: [], changed: [] });
    for (const [version, other] of [
      [1, 7],
      [7, 1],
      [0, 1],
      [1, 'live'],
    ] as const) {
      const answer = await scene.test.api.call(
        endpoints.diffFlowVersions,
        scene.at(flowId, { version, other }),
      );
      expect([400, 404]).toContain(answer.status);
    }
  });
});

describe('the preview of a publication', () => {
  const preview = (flowId: string) => scene.test.api.ok(endpoints.previewPublish, scene.at(flowId));

  it('tells what is wrong and what would change', async () => {
    const { flowId, revision } = await scene.draw(flow(start(), message('', { id: 'm' })));
    const first = await preview(flowId);
    expect(first).toMatchObject({ diff: null, impact: [], tests: { passed: true, results: [] }, revision });
    expect(first.problems).toContainEqual(expect.objectContaining({ severity: 'error', nodeId: 'm' }));
    await scene.save(flowId, hello('One'));
    await scene.publish(flowId);
    await scene.save(flowId, hello('Two'));
    const second = await preview(flowId);
    expect(second.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(second.diff?.changed).toMatchObject([{ nodeId: 'm' }]);
  });
});

describe('people in a published flow', () => {
  it('are counted by version, and the preview tells where they would go', async () => {
    const walked = await RunScenario.open();
    try {
      const waiting = flow(start(), wait('2h', { id: 'w', name: 'Pause' }), message('Later', { id: 'l' }));
      const { flowId, word } = await walked.publish(waiting);
      await walked.walkInto(word);
      const { api } = walked.test;
      const { versions } = await api.ok(endpoints.listFlowVersions, walked.at(flowId));
      expect(versions).toMatchObject([{ version: 1, runningCount: 1 }]);
      await api.ok(endpoints.updateFlow, {
        ...walked.at(flowId),
        body: { flowDefinition: flow(start(), message('Later', { id: 'l' })) },
      });
      const { impact } = await api.ok(endpoints.previewPublish, walked.at(flowId));
      expect(impact).toMatchObject([{ nodeId: 'w', count: 1, outcome: 'moves', target: { nodeId: 'l' } }]);
      const listed = await api.ok(endpoints.listFlows, walked.at(walked.account.instagramAccountId));
      expect(listed.flows[0]).toMatchObject({
        enteredCount: 1,
        waitingCount: 1,
        triggerLabels: [`dm_keyword: ${word}`],
      });
    } finally {
      await walked.close();
    }
  });
});

describe('a draft that is thrown away', () => {
  const discard = (flowId: string, revision: number) =>
    scene.test.api.call(endpoints.discardDraft, { ...scene.at(flowId), body: { revision } });
  const listDrafts = (flowId: string) =>
    scene.test.api.ok(endpoints.listDiscardedDrafts, scene.at(flowId)).then(({ drafts }) => drafts);

  it('gives way to what is published, is kept for 30 days, and comes back', async () => {
    const { flowId } = await scene.drawLive(hello('Live'));
    const { revision } = await scene.save(flowId, hello('Draft'));
    expect((await discard(flowId, revision - 1)).status).toBe(409);
    const { body: back } = await discard(flowId, revision);
    expect([back.hasUnpublishedChanges, textOf(back.flowDefinition).includes('Live')]).toEqual([false, true]);
    const [kept] = await listDrafts(flowId);
    expect(kept).toMatchObject({ discardedByName: 'Test User', stepCount: 2 });
    const days = (Date.parse(kept?.keptUntil ?? '') - Date.parse(kept?.discardedAt ?? '')) / 86_400_000;
    expect(days).toBe(30);
    await scene.save(flowId, hello('Another'));
    const restore = scene.at(flowId, { draftId: kept?.discardedDraftId });
    const restored = await scene.test.api.ok(endpoints.restoreDiscardedDraft, restore);
    expect([restored.hasUnpublishedChanges, textOf(restored.flowDefinition).includes('Draft')]).toEqual([
      true,
      true,
    ]);
    expect(await listDrafts(flowId)).toHaveLength(1);
    expect((await scene.test.api.call(endpoints.restoreDiscardedDraft, restore)).status).toBe(404);
  });

  it('stays where nothing is published, or nothing was changed', async () => {
    const { flowId, revision } = await scene.draw(hello('Never live'));
    const answer = await discard(flowId, revision);
    expect([answer.status, answer.error.code]).toEqual([422, 'never_published']);
    const live = await scene.publish(flowId);
    expect((await discard(flowId, live.revision)).body.revision).toBe(live.revision);
    expect(await listDrafts(flowId)).toEqual([]);
  });

  it('is kept, too, when a version is restored over it', async () => {
    const { flowId } = await scene.drawLive(hello('Live'));
    await scene.save(flowId, hello('Draft'));
    const restored = await scene.test.api.ok(endpoints.restoreFlowVersion, scene.at(flowId, { version: 1 }));
    expect(restored.hasUnpublishedChanges).toBe(false);
    expect(await listDrafts(flowId)).toHaveLength(1);
  });

  it('is forgotten after 30 days, and of another flow not found', async () => {
    const { flowId } = await scene.drawLive(hello('Live'));
    const { revision } = await scene.save(flowId, hello('Draft'));
    await discard(flowId, revision);
    const [kept] = await listDrafts(flowId);
    const other = await scene.drawLive(hello('Other'));
    const restore = (id: string) =>
      scene.test.api.call(endpoints.restoreDiscardedDraft, scene.at(id, { draftId: kept?.discardedDraftId }));
    expect((await restore(other.flowId)).status).toBe(404);
    await scene.test.deps.engineSource.query(
      `UPDATE discarded_draft SET kept_until = now() - interval '1 second' WHERE flow_id = $1`,
      [flowId],
    );
    expect(await listDrafts(flowId)).toEqual([]);
    expect((await restore(flowId)).status).toBe(404);
    await scene.test.deps.engineSource.query('SELECT purge_expired(now(), 1000)');
    const rows = await scene.test.deps.engineSource.query<unknown[]>(
      'SELECT FROM discarded_draft WHERE flow_id = $1',
      [flowId],
    );
    expect(rows).toEqual([]);
  });
});
