import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createDataSource, type DataSource } from '@instaflow/db';
import { createMetrics } from '@instaflow/platform';
import { waitFor } from '@instaflow/testing';
import { createApp } from '../create-app';
import { BuilderScenario } from '../spec-support/builder-scenario';
import { signUp, type TestUser } from '../spec-support/scenario';
import { look, useFlowWindows, type FlowWindow } from './spec-support/use-flow-windows';

let scene: BuilderScenario;
let colleague: TestUser;
let flowId: string;
beforeAll(async () => {
  scene = await BuilderScenario.open({ listen: true });
  colleague = await scene.member('editor');
});
beforeEach(async () => {
  ({ flowId } = await scene.draw(undefined));
});
afterAll(() => scene.close());

const openWindow = useFlowWindows(() => scene.test.app);
const openAt = async (user: TestUser, at: string, app?: NestFastifyApplication): Promise<FlowWindow> => {
  const window = await openWindow(user, app);
  look(window, at);
  await waitFor(() => window.told.length > 0, { what: 'presence' });
  return window;
};
const point = ({ socket }: FlowWindow, x: number | null, at = flowId) =>
  socket.send(
    JSON.stringify({ type: 'flow.pointer', flowId: at, position: x === null ? null : { x, y: -x } }),
  );
const seenBy = ({ pointers }: FlowWindow) =>
  pointers.map(({ userId, position }) => [userId, position === null ? null : position.x]);
const sees = (window: FlowWindow, user: TestUser, x: number | null) =>
  waitFor(() => JSON.stringify(seenBy(window).at(-1)) === JSON.stringify([user.userId, x]), {
    timeoutMs: 10_000,
    what: `pointer at ${x}`,
  });

describe('pointers of people who look at the same flow', () => {
  it('are told to the others at once, but not to windows of the same person or at other flows', async () => {
    const other = await scene.draw(undefined);
    const [mine, mineToo] = [await openAt(scene.user, flowId), await openAt(scene.user, flowId)];
    const theirs = await openAt(colleague, flowId);
    const elsewhere = await openAt(await scene.member('viewer'), other.flowId);
    point(mine, 7);
    await sees(theirs, scene.user, 7);
    expect(theirs.pointers).toEqual([
      { type: 'flow.pointer', flowId, userId: scene.user.userId, position: { x: 7, y: -7 } },
    ]);
    point(theirs, 8);
    await sees(mine, colleague, 8);
    await sees(mineToo, colleague, 8);
    point(mine, null);
    await sees(theirs, scene.user, null);
    expect([seenBy(mine), seenBy(mineToo)]).toEqual([[[colleague.userId, 8]], [[colleague.userId, 8]]]);
    expect(elsewhere.pointers).toEqual([]);
  });

  it('are neither taken from nor told to who does not look at the flow, or may not', async () => {
    const other = await scene.draw(undefined);
    const [stranger, agent] = [await signUp(scene.test), await scene.member('agent')];
    const mine = await openAt(scene.user, flowId);
    const theirs = await openAt(colleague, other.flowId);
    const outside = [await openWindow(stranger), await openWindow(agent), await openWindow(colleague)];
    outside.slice(0, 2).forEach((window) => look(window, flowId));
    for (const window of [...outside, theirs]) point(window, 1);
    point(mine, 2);
    look(theirs, flowId);
    await waitFor(() => mine.told.at(-1)?.people.length === 2);
    point(theirs, 3);
    await sees(mine, colleague, 3);
    point(mine, 4);
    await sees(theirs, scene.user, 4);
    expect(seenBy(mine)).toEqual([[colleague.userId, 3]]);
    expect(seenBy(theirs)).toEqual([[scene.user.userId, 4]]);
    expect(outside.map(({ pointers, closeCode }) => [pointers, closeCode])).toEqual([
      [[], null],
      [[], null],
      [[], null],
    ]);
  });

  it('go with the window, unless another of the same person points by then', async () => {
    const other = await scene.draw(undefined);
    const mine = await openAt(scene.user, flowId);
    const [theirs, theirsToo] = [await openAt(colleague, flowId), await openAt(colleague, flowId)];
    point(theirs, 1);
    await sees(mine, colleague, 1);
    point(theirsToo, 2);
    await sees(mine, colleague, 2);
    point(theirs, null);
    point(theirs, 3);
    await sees(mine, colleague, 3);
    theirs.socket.terminate();
    point(theirsToo, 4);
    await sees(mine, colleague, 4);
    look(theirsToo, other.flowId);
    await sees(mine, colleague, null);
    look(theirsToo, flowId);
    await waitFor(() => theirsToo.told.at(-1)?.flowId === flowId);
    point(theirsToo, 5);
    await sees(mine, colleague, 5);
    theirsToo.socket.terminate();
    await sees(mine, colleague, null);
    expect(seenBy(mine).map(([, x]) => x)).toEqual([1, 2, 3, 4, null, 5, null]);
  });

  it('are dropped when they come too fast, while the stream stays open; a flood ends it, as do wrong words', async () => {
    const [mine, theirs] = [await openAt(scene.user, flowId), await openAt(colleague, flowId)];
    for (let x = 1; x <= 400; x += 1) point(mine, x);
    look(mine, flowId, 'still here');
    await waitFor(() => theirs.told.at(-1)?.people.some(({ nodeId }) => nodeId === 'still here') ?? false);
    expect(theirs.pointers).toHaveLength(120);
    for (let x = 1; x <= 700; x += 1) point(mine, x);
    await waitFor(() => mine.closeCode === 1008, { what: 'close 1008' });
    expect(theirs.pointers).toHaveLength(121);
    expect(theirs.pointers.at(-1)?.position).toBeNull();
    point(theirs, 2e6);
    await waitFor(() => theirs.closeCode === 1008, { what: 'close 1008' });
  });
});

describe('with several processes', () => {
  let second: NestFastifyApplication;
  let owner: DataSource;
  beforeAll(async () => {
    second = await createApp({ ...scene.test.deps, metrics: createMetrics() }, { webDirectory: '/nowhere' });
    await second.listen(0, '127.0.0.1');
    const url = scene.test.databaseUrl;
    owner = createDataSource({ url, role: 'owner', poolSize: 1, onError: () => undefined });
    await owner.initialize();
  });
  afterAll(async () => {
    await owner.destroy();
    await second.close();
  });

  const lines = (): Promise<{ pid: number }[]> =>
    owner.query(
      `SELECT pid FROM pg_stat_activity WHERE application_name = 'instaflow-whispers' AND datname = current_database()`,
    );
  const untilLines = (count: number) =>
    waitFor(async () => (await lines()).length === count, {
      timeoutMs: 15_000,
      what: `${count} connections`,
    });
  /** A connection that PostgreSQL shows does not listen yet, and what is said meanwhile is dropped. */
  const untilHeard = (speaker: FlowWindow, listener: FlowWindow, x: number) =>
    waitFor(
      () => {
        point(speaker, x);
        return listener.pointers.length > 0;
      },
      { timeoutMs: 10_000, intervalMs: 200, what: 'a pointer' },
    );

  it('pointers go from one to the other, over connections that are held only while people meet', async () => {
    await untilLines(0);
    const [mine, near] = [await openAt(scene.user, flowId), await openAt(colleague, flowId)];
    point(mine, 1);
    await sees(near, scene.user, 1);
    expect(await lines()).toEqual([]);
    const viewer = await scene.member('viewer');
    const far = await openAt(viewer, flowId, second);
    await untilHeard(mine, far, 2);
    expect(await lines()).toHaveLength(2);
    for (let x = 3; x < 30; x += 1) point(mine, x);
    await sees(far, scene.user, 29);
    // Of what was said within 100 ms only the last was told.
    expect(seenBy(far).filter(([, x]) => x !== 2).length).toBeLessThan(10);
    point(far, 40);
    await sees(mine, viewer, 40);
    await sees(near, viewer, 40);
    far.socket.terminate();
    await sees(mine, viewer, null);
    await untilLines(0);
    expect(seenBy(mine)).toEqual([
      [viewer.userId, 40],
      [viewer.userId, null],
    ]);
  });

  it('pointers are seen again after the connections were lost, and nonsense on the channel is passed over', async () => {
    const [mine, far] = [await openAt(scene.user, flowId), await openAt(colleague, flowId, second)];
    await untilLines(2);
    await owner.query(`SELECT pg_notify('instaflow_flow_pointer', text)
      FROM unnest(ARRAY['', 'nonsense', '{"from":"x","pointers":[{}]}']) AS text`);
    const lost = await lines();
    await owner.query('SELECT pg_terminate_backend(pid) FROM unnest($1::int[]) AS pid', [
      lost.map(({ pid }) => pid),
    ]);
    await waitFor(async () => (await lines()).every(({ pid }) => !lost.some((line) => line.pid === pid)));
    point(mine, 1);
    await untilLines(2);
    await untilHeard(mine, far, 2);
    expect(seenBy(far).at(-1)).toEqual([scene.user.userId, 2]);
  });
});
