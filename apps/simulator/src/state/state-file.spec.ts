import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startWorld, type Json } from '../spec/start-world';

describe('the state file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'simulator-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('brings everything back after a restart', async () => {
    const stateFile = join(folder, 'deep', 'state.json');
    const before = await startWorld({ stateFile });
    const igsid = await before.newWriter({ username: 'ana' });
    const { mid } = (await before.sendText(igsid, 'Hello')).body.message_id
      ? await before.write(igsid, { text: 'last' })
      : { mid: '' };
    const mediaId = await before.newPost({ caption: 'Tulips' });
    await before.comment(mediaId, igsid, 'price?');
    await before.advance(5000);
    await before.control('POST', '/faults', { kind: 'lose_echo', match: { path: 'nothing' } });
    await before.control('PATCH', '/switches', { echoDelayMs: 7 });
    await before.close();

    const after = await startWorldWithout(stateFile);
    const thread = (await after.control(`/accounts/${before.account.userId}/threads/${igsid}`)).messages;
    expect(thread.map(({ text }: { text: string }) => text)).toEqual(['hello', 'Hello', 'last']);
    expect(thread.at(-1).mid).toBe(mid);
    expect((await after.control(`/accounts/${before.account.userId}/posts`)).posts[0].comments).toHaveLength(
      1,
    );
    expect((await after.control('/clock')).offsetMs).toBe(5000);
    expect((await after.control('/faults')).faults).toHaveLength(1);
    expect((await after.control('/switches')).echoDelayMs).toBe(7);
    expect((await after.control('/webhook')).url).toBe(before.receiver.url);
    expect((await after.control('/ledger?type=graph')).entries).toHaveLength(1);
    const me = await fetch(`${after.url}/me?access_token=${before.account.accessToken}&fields=username`);
    expect(await me.json()).toMatchObject({ username: 'bloom' });
    await after.close();
  });

  it('keeps what could not be delivered yet', async () => {
    const stateFile = join(folder, 'state.json');
    const before = await startWorld({ stateFile });
    const igsid = await before.newPerson();
    before.receiver.statuses.push(500, 500);
    await before.write(igsid, { text: 'not yet' });
    await before.control('POST', '/webhook/drain', {});
    await before.close();

    const after = await startWorldWithout(stateFile);
    expect((await after.control('/webhook')).deliveries.retrying).toBe(1);
    await after.close();
  });

  it('is read when it was written before the newer fields existed', async () => {
    const stateFile = join(folder, 'state.json');
    const before = await startWorld({ stateFile });
    const igsid = await before.newWriter();
    await before.comment(await before.newPost(), igsid);
    await before.sendText(igsid, 'Hello');
    await before.close();
    const newer = ['problem', 'pendingReferral', 'businessFolder', 'login', 'accountIds', 'adId', 'adTitle'];
    const added = ['hasListedConversations', 'signingSecret', 'deauthorizeUrl', 'dataDeletionUrl', 'token'];
    const old = JSON.stringify(JSON.parse(readFileSync(stateFile, 'utf8')), (key, value: unknown) =>
      [...newer, ...added, 'isForged', 'passed'].includes(key) ? undefined : value,
    );
    writeFileSync(stateFile, old);

    const after = await startWorldWithout(stateFile);
    expect((await after.control('/accounts')).accounts[0]).toMatchObject({
      username: 'bloom',
      problem: null,
    });
    const thread = await after.control(`/accounts/${before.account.userId}/threads/${igsid}`);
    expect(thread.messages).toHaveLength(2);
    await after.close();
  });

  it('is written while running, by rename', async () => {
    const stateFile = join(folder, 'state.json');
    const world = await startWorld({ stateFile });
    await world.newPerson({ username: 'ana' });
    const isWritten = () => {
      try {
        return readFileSync(stateFile, 'utf8').includes('"ana"');
      } catch {
        return false;
      }
    };
    while (!isWritten()) await new Promise((resolve) => setTimeout(resolve, 20));
    await world.close();
    expect(readdirSync(folder)).toEqual(['state.json']);
  });

  it('is set aside when it cannot be read', async () => {
    const stateFile = join(folder, 'state.json');
    writeFileSync(stateFile, '{"version":1');
    const lines: string[] = [];
    const world = await startWorld({ stateFile, log: (line) => lines.push(line) });
    await world.close();
    expect(lines).toEqual([expect.stringContaining('cannot be read')]);
    expect(readdirSync(folder)).toEqual(['state.json', expect.stringMatching(/^state\.json\.broken-/)]);
  });
});

/** A second run on the same file, without setting anything up in it. */
async function startWorldWithout(stateFile: string) {
  const { startSimulator } = await import('../simulator');
  const simulator = await startSimulator({ stateFile });
  return {
    url: simulator.url,
    close: simulator.close,
    control: async (path: string): Promise<Json> => (await fetch(`${simulator.url}/_control${path}`)).json(),
  };
}
