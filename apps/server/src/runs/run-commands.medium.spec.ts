import { endpoints } from '@instaflow/contracts';
import { flow, getInput, message, start, wait } from '@instaflow/flow-model';
import { waitFor } from '@instaflow/testing';
import { greetAndWait, RunScenario } from '../spec-support/run-scenario';

let scene: RunScenario;
beforeAll(async () => {
  scene = await RunScenario.open();
});
afterAll(() => scene.close());

const onTimeout = (node: string) => ({ node, when: { type: 'timeout' as const } });

describe('everyone waiting', () => {
  it('is listed with node, version, since and until', async () => {
    const { flowId, word } = await scene.publish(greetAndWait());
    const { run, contactId } = await scene.walkInto(word);
    const answer = await scene.test.api.ok(endpoints.listWaiting, scene.at(flowId));
    expect(answer).toMatchObject({
      total: 1,
      nodes: [{ nodeId: 'w', count: 1 }],
      waiting: [
        {
          runId: run.runId,
          contactId,
          version: 1,
          nodeId: 'w',
          nodeName: 'Pause',
          waitingFor: 'timer',
          since: expect.any(String),
          until: expect.any(String),
        },
      ],
    });
    const query = { nodeId: 'elsewhere' };
    expect((await scene.test.api.ok(endpoints.listWaiting, { ...scene.at(flowId), query })).total).toBe(0);
  });

  it('can be released one by one; the trace names who did it and why', async () => {
    const { word } = await scene.publish(greetAndWait());
    const { run, personId, contactId } = await scene.walkInto(word);
    const before = await scene.test.api.ok(endpoints.getContact, scene.at(contactId));
    expect((await scene.command(endpoints.releaseRun, run.runId, 'They called')).status).toBe(200);
    await scene.comesTo(run.runId, 'completed');
    await scene.isSent(personId, 'Later');
    const shown = await scene.getRun(run.runId);
    expect(shown.turns.at(-1)).toMatchObject({
      outcome: 'command',
      candidates: [
        {
          kind: 'command',
          reason: 'release',
          detail: { command: 'release', byUserId: scene.user.userId, note: 'They called' },
        },
      ],
    });
    const after = await scene.test.api.ok(endpoints.getContact, scene.at(contactId));
    expect(after.lastInteractionAt).toBe(before.lastInteractionAt);
    expect((await scene.command(endpoints.releaseRun, run.runId)).error.code).toBe('run_has_ended');
  });

  it('is released once, however many ask for it at the same moment', async () => {
    const { word } = await scene.publish(greetAndWait());
    const { run, personId } = await scene.walkInto(word);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => scene.command(endpoints.releaseRun, run.runId)),
    );
    expect(answers.filter(({ status }) => status !== 200 && status !== 409)).toEqual([]);
    await scene.comesTo(run.runId, 'completed');
    await scene.isSent(personId, 'Later');
    await waitFor(
      async () => {
        const open: unknown[] = await scene.test.deps.engineSource.query(
          `SELECT 1 FROM inbound_event WHERE contact_id = $1 AND status = 'received'`,
          [run.contactId],
        );
        return open.length === 0;
      },
      { what: 'every command being decided' },
    );
    expect(scene.sentTexts(personId).filter((text) => text === 'Later')).toHaveLength(1);
  });

  it('takes the time-out branch of a question, and is refused 422 where there is none', async () => {
    const asks = getInput('Name?', { id: 'ask', to: [onTimeout('late')], timeoutSeconds: 3600 });
    const withBranch = await scene.publish(flow(start(), asks, message('Never mind', { id: 'late' })));
    const { run, personId } = await scene.walkInto(withBranch.word);
    expect((await scene.command(endpoints.releaseRun, run.runId)).status).toBe(200);
    await scene.isSent(personId, 'Never mind');
    const without = await scene.publish(flow(start(), getInput('Name?'), message('Thanks')));
    const other = await scene.walkInto(without.word);
    const refused = await scene.command(endpoints.releaseRun, other.run.runId);
    expect([refused.status, refused.error.code]).toEqual([422, 'no_timeout_connection']);
    expect((await scene.command(endpoints.skipRun, other.run.runId)).status).toBe(200);
    await scene.isSent(other.personId, 'Thanks');
  });

  it('is cancelled without a further word', async () => {
    const { word } = await scene.publish(greetAndWait());
    const { run, contactId } = await scene.walkInto(word);
    expect((await scene.command(endpoints.cancelRun, run.runId)).status).toBe(200);
    await scene.comesTo(run.runId, 'cancelled');
    expect((await scene.getRun(run.runId)).reason).toBe('cancelled_by_person');
    expect((await scene.test.api.ok(endpoints.getContact, scene.at(contactId))).currentFlowId).toBeNull();
  });

  it('is released all at once, with those who cannot counted', async () => {
    const { flowId, word } = await scene.publish(greetAndWait());
    const people = [];
    for (const suffix of ['1', '2', '3'])
      people.push(await scene.walkInto(word, 'waiting', `77${Date.now()}${suffix}`));
    const paused = people[0];
    if (paused === undefined) throw new Error('nobody came');
    await scene.test.api.ok(endpoints.pauseContactAutomation, {
      ...scene.at(paused.contactId),
      body: { minutes: 5 },
    });
    const answer = await scene.test.api.ok(endpoints.commandWaiting, {
      token: scene.user.token,
      params: { id: flowId, command: 'release' },
      body: { nodeId: 'w' },
    });
    expect(answer).toEqual({
      count: 2,
      refused: [{ reason: 'contact_paused', count: 1 }],
      nextCursor: null,
    });
    for (const { run } of people.slice(1)) await scene.comesTo(run.runId, 'completed');
    expect((await scene.getRun(paused.run.runId)).status).toBe('waiting');
    const single = await scene.command(endpoints.releaseRun, paused.run.runId);
    expect([single.status, single.error.code, single.error.details]).toEqual([
      409,
      'automation_paused',
      { reason: 'contact_paused' },
    ]);
  });
});

describe('a failed run', () => {
  it('goes on from its failed step; what was sent is not sent again', async () => {
    const definition = flow(
      start(),
      message('One'),
      message('Two of it', { id: 'two' }),
      message('Three'),
      wait('1h'),
    );
    const { word } = await scene.publish(definition);
    scene.test.graph.refusedTexts.add('Two of it');
    const { run, personId } = await scene.walkInto(word, 'failed');
    expect((await scene.getRun(run.runId)).standsAt.nodeId).toBe('two');
    scene.test.graph.refusedTexts.clear();
    const before = scene.sentTexts(personId);
    expect((await scene.command(endpoints.retryRun, run.runId, 'Fixed')).status).toBe(200);
    await scene.isSent(personId, 'Three');
    expect(scene.sentTexts(personId).slice(before.length)).toEqual(['Two of it', 'Three']);
    await scene.comesTo(run.runId, 'waiting');
    const again = await scene.command(endpoints.retryRun, run.runId);
    expect([again.status, again.error.code]).toEqual([422, 'run_not_failed']);
  });

  it('sends of a step in parts only what did not go out', async () => {
    const mediaUrl = 'https://media.example/picture.png';
    const definition = flow(
      start(),
      message('Look', { mediaUrl, mediaType: 'image' }),
      message('End'),
      wait('1h'),
    );
    const { word } = await scene.publish(definition);
    scene.test.graph.refusedTexts.add('Look');
    const { run, personId } = await scene.walkInto(word, 'failed');
    scene.test.graph.refusedTexts.clear();
    const countOf = (part: string) =>
      scene.test.graph.requests.filter(({ body }) => body.includes(personId) && body.includes(part)).length;
    expect([countOf('Look'), countOf(mediaUrl)]).toEqual([1, 1]);
    expect((await scene.command(endpoints.retryRun, run.runId)).status).toBe(200);
    await scene.isSent(personId, 'End');
    expect([countOf('Look'), countOf(mediaUrl)]).toEqual([2, 1]);
  });

  it('counts a part that was given up as uncertain as sent, and waits for one that may still be found', async () => {
    const mediaUrl = 'https://media.example/other.png';
    const definition = flow(start(), message('Picture', { mediaUrl, mediaType: 'image' }), wait('1h'));
    const { word } = await scene.publish(definition);
    scene.test.graph.refusedTexts.add('Picture');
    const { run, personId } = await scene.walkInto(word, 'failed');
    scene.test.graph.refusedTexts.clear();
    const become = (finishedAt: Date | null) =>
      scene.test.deps.engineSource.query(
        `WITH changed AS (
           UPDATE outbound_message o SET status = 'uncertain', finished_at = $2
           WHERE o.run_id = $1 AND o.status IN ('sent', 'uncertain') RETURNING o.id, o.message_at)
         UPDATE message_log m SET delivery_status = 'uncertain' FROM changed c
         WHERE m.id = c.id AND m."timestamp" = c.message_at`,
        [run.runId, finishedAt],
      );
    await become(null);
    const early = await scene.command(endpoints.retryRun, run.runId);
    expect([early.status, early.error.code]).toEqual([409, 'message_undecided']);
    await become(new Date());
    expect((await scene.command(endpoints.retryRun, run.runId)).status).toBe(200);
    await scene.isSent(personId, 'Picture');
    const pictures = scene.test.graph.requests.filter(
      ({ body }) => body.includes(personId) && body.includes(mediaUrl),
    );
    expect(pictures).toHaveLength(1);
  });

  it('goes on in the version in which its step was corrected, when asked to', async () => {
    const { flowId, word } = await scene.publish(
      flow(start(), message('Wrong words', { id: 'm' }), message('Next', { id: 'n' })),
    );
    scene.test.graph.refusedTexts.add('Wrong words');
    const { run, personId } = await scene.walkInto(word, 'failed');
    await scene.republish(flowId, flow(start(), message('Other', { id: 'x' })));
    await scene.republish(
      flowId,
      flow(start(), message('Right words', { id: 'm' }), message('Next', { id: 'n' })),
    );
    const retry = async (version: number) => {
      const body = { reason: null, version };
      return scene.test.api.call(endpoints.retryRun, { ...scene.at(run.runId), body });
    };
    const refused = [await retry(2), await retry(9)];
    expect(refused.map(({ status, error }) => [status, error.code])).toEqual([
      [422, 'node_missing'],
      [404, 'not_found'],
    ]);
    expect((await retry(3)).status).toBe(200);
    await scene.comesTo(run.runId, 'completed');
    await scene.isSent(personId, 'Next');
    expect(scene.sentTexts(personId)).toEqual(['Wrong words', 'Right words', 'Next']);
  });

  it('stays as it is while the contact walks another flow', async () => {
    const failing = await scene.publish(flow(start(), message('Refused words'), wait('1h')));
    const other = await scene.publish(greetAndWait());
    scene.test.graph.refusedTexts.add('Refused words');
    const { run, personId } = await scene.walkInto(failing.word, 'failed');
    scene.test.graph.refusedTexts.clear();
    await scene.walkInto(other.word, 'waiting', personId);
    const answer = await scene.command(endpoints.retryRun, run.runId);
    expect([answer.status, answer.error.code]).toEqual([409, 'another_run_open']);
    expect((await scene.getRun(run.runId)).status).toBe('failed');
  });
});
