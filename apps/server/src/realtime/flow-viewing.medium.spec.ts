import { waitFor } from '@instaflow/testing';
import { BuilderScenario } from '../spec-support/builder-scenario';
import { signUp } from '../spec-support/scenario';
import { connectTo, look, useFlowWindows, type FlowWindow } from './spec-support/use-flow-windows';

let scene: BuilderScenario;
beforeAll(async () => {
  scene = await BuilderScenario.open({ listen: true });
});
afterAll(() => scene.close());

const openWindow = useFlowWindows(() => scene.test.app);
const seenBy = ({ told }: FlowWindow) =>
  told
    .at(-1)
    ?.people.map(({ userId, nodeId }) => `${userId} ${nodeId}`)
    .toSorted();
const sees = (window: FlowWindow, ...people: string[]) =>
  waitFor(() => JSON.stringify(seenBy(window)) === JSON.stringify(people.toSorted()), {
    what: people.join(),
  });

describe('people who look at a flow', () => {
  it('see each other and where they are, each person once, until they look elsewhere or close the window', async () => {
    const { flowId } = await scene.draw(undefined);
    const other = await scene.draw(undefined);
    const colleague = await scene.member('editor');
    const [mine, mineToo, theirs] = [
      await openWindow(scene.user),
      await openWindow(scene.user),
      await openWindow(colleague),
    ];
    look(mine, flowId, 'a');
    await sees(mine, `${scene.user.userId} a`);
    look(theirs, flowId);
    await sees(mine, `${scene.user.userId} a`, `${colleague.userId} null`);
    await sees(theirs, `${scene.user.userId} a`, `${colleague.userId} null`);
    expect(theirs.told.at(-1)?.people.map(({ name }) => name)).toEqual(['Test User', 'Test User']);
    look(mineToo, flowId, 'b');
    await sees(theirs, `${scene.user.userId} b`, `${colleague.userId} null`);
    look(theirs, flowId, 'c');
    await sees(mine, `${scene.user.userId} b`, `${colleague.userId} c`);
    look(theirs, other.flowId);
    await sees(mine, `${scene.user.userId} b`);
    await sees(theirs, `${colleague.userId} null`);
    mineToo.socket.terminate();
    await sees(mine, `${scene.user.userId} a`);
    look(mine, null);
    look(theirs, flowId);
    await sees(theirs, `${colleague.userId} null`);
  });

  it('are gone after 25 seconds of silence', async () => {
    const { flowId } = await scene.draw(undefined);
    const colleague = await scene.member('viewer');
    const [mine, theirs] = [await openWindow(scene.user), await openWindow(colleague)];
    look(theirs, flowId);
    look(mine, flowId);
    await sees(mine, `${scene.user.userId} null`, `${colleague.userId} null`);
    await scene.test.deps.engineSource.query(
      `UPDATE flow_viewer SET seen_at = seen_at - interval '26 seconds' WHERE user_id = $1`,
      [colleague.userId],
    );
    await sees(mine, `${scene.user.userId} null`);
  });

  it('are seen in windows of other processes, too', async () => {
    const { flowId } = await scene.draw(undefined);
    const colleague = await scene.member('viewer');
    const mine = await openWindow(scene.user);
    look(mine, flowId);
    await sees(mine, `${scene.user.userId} null`);
    await scene.test.deps.engineSource.query(
      `INSERT INTO flow_viewer (id, workspace_id, flow_id, user_id, node_id, seen_at)
       VALUES (gen_random_uuid(), $1, $2, $3, 'there', now())`,
      [scene.user.workspaceId, flowId, colleague.userId],
    );
    await sees(mine, `${scene.user.userId} null`, `${colleague.userId} there`);
  });

  it('of other workspaces, and roles that read no flows, are told nothing and not seen', async () => {
    const { flowId } = await scene.draw(undefined);
    const [stranger, agent] = [await signUp(scene.test), await scene.member('agent')];
    const mine = await openWindow(scene.user);
    const others = [await openWindow(stranger), await openWindow(agent)];
    others.forEach((window) => look(window, flowId));
    look(mine, flowId);
    await sees(mine, `${scene.user.userId} null`);
    const rows = await scene.test.deps.engineSource.query<{ user_id: string }[]>(
      'SELECT user_id FROM flow_viewer WHERE flow_id = $1',
      [flowId],
    );
    expect(rows.map((row) => row.user_id)).toEqual([scene.user.userId]);
    expect(others.map(({ told }) => told)).toEqual([[], []]);
  });

  it('must have signed in, and say it in known words', async () => {
    const socket = connectTo(scene.test.app);
    let code: number | null = null;
    socket.on('close', (closeCode) => (code = closeCode));
    socket.on('open', () =>
      socket.send(JSON.stringify({ type: 'flow.presence', flowId: null, nodeId: null })),
    );
    await waitFor(() => code === 4401, { what: 'close 4401' });
    const window = await openWindow(scene.user);
    window.socket.send(JSON.stringify({ type: 'flow.presence', flowId: 'x', nodeId: null }));
    await waitFor(() => window.closeCode === 1008, { what: 'close 1008' });
  });
});
