import { flow, message, start, type FlowOperation } from '@instaflow/flow-model';
import fc from 'fast-check';
import { createBuilderSession, type SessionStart } from '../state/builder-session';
import type { SaveOutcome } from './autosave-driver';
import { countUnsaved, idleDelayMs, maxDelayMs, reduceAutosave, startAutosave } from './autosave-machine';
import { createDraftKeeper } from './draft-keeper';
import { MemoryDrafts } from './spec-support/memory-drafts';
import { restoreSession } from './restore-session';

const definition = flow(start({ id: 's' }), message('', { id: 'm' }));
const rename = (name: string): FlowOperation => ({ op: 'update_node', nodeId: 'm', set: { name } });
const settled = async () => {
  for (let turn = 0; turn < 30; turn += 1) await Promise.resolve();
};

/** A session with a clock, timers and a server that the test turns by hand. */
function openSession({
  drafts = new MemoryDrafts(),
  sessionId = 'first',
  replaces = [] as string[],
  ...start
}: Partial<SessionStart> & { drafts?: MemoryDrafts; sessionId?: string; replaces?: string[] } = {}) {
  const clock = { nowMs: 0 };
  const timers = new Set<{ callback: () => void; atMs: number }>();
  const requests: { name: string; revision: number; answer: (outcome: SaveOutcome) => void }[] = [];
  const nowMs = () => clock.nowMs;
  const identity = { flowKey: 'f', tabId: 't' };
  const session = createBuilderSession(
    { definition, automaticPositions: {}, revision: 7, isReadOnly: false, view: 'canvas', ...start },
    {
      keeper: createDraftKeeper({ store: drafts, sessionId, replaces, identity, nowMs }),
      hold: () => () => undefined,
      findPlaces: () => Promise.resolve({}),
      nowMs,
      schedule: (callback, delayMs) => {
        const timer = { callback, atMs: clock.nowMs + delayMs };
        timers.add(timer);
        return () => timers.delete(timer);
      },
      save: (request) =>
        new Promise((answer) => {
          requests.push({
            name: request.definition.nodes[1]?.name ?? '',
            revision: request.revision,
            answer,
          });
        }),
    },
  );
  const advance = async (ms: number) => {
    const until = clock.nowMs + ms;
    for (;;) {
      const next = [...timers].filter(({ atMs }) => atMs <= until).sort((a, b) => a.atMs - b.atMs)[0];
      if (!next) break;
      timers.delete(next);
      clock.nowMs = Math.max(clock.nowMs, next.atMs);
      next.callback();
      await settled();
    }
    clock.nowMs = until;
  };
  const edit = (name: string) => {
    session.store.getState().commit({ label: { key: 'renameStep' }, operations: [rename(name)] });
  };
  const answer = async (outcome: SaveOutcome) => {
    requests.at(-1)?.answer(outcome);
    await settled();
  };
  const status = () => session.store.getState().autosave.status;
  return { session, requests, drafts, advance, edit, answer, status };
}

/** The next visit, with what the last one left and the document the server has. */
async function reopen(drafts: MemoryDrafts, current = definition, revision = 7) {
  await settled();
  const restored = restoreSession(await drafts.read('first'), current);
  return openSession({ drafts, sessionId: 'second', replaces: ['first'], revision, ...restored });
}

describe('autosave', () => {
  it('saves one second after the last edit, with the revision it knows', async () => {
    const { requests, advance, edit, answer, status } = openSession();
    edit('a');
    await advance(900);
    edit('b');
    await advance(idleDelayMs - 1);
    expect(requests).toHaveLength(0);
    await advance(1);
    expect(requests).toMatchObject([{ name: 'b', revision: 7 }]);
    expect(status()).toBe('saving');
    await answer({ ok: true, revision: 8 });
    expect(status()).toBe('saved');
  });

  it('saves five seconds after the first edit at the latest, however long someone types', async () => {
    const { requests, advance, edit } = openSession();
    for (let elapsed = 0; elapsed < maxDelayMs; elapsed += 500) {
      edit(String(elapsed));
      await advance(500);
    }
    expect(requests).toHaveLength(1);
  });

  it('sends one request at a time and the newer edits after it, based on its revision', async () => {
    const { requests, advance, edit, answer, status } = openSession();
    edit('a');
    await advance(idleDelayMs);
    edit('b');
    await advance(maxDelayMs);
    expect(requests).toHaveLength(1);
    await answer({ ok: true, revision: 8 });
    expect(status()).toBe('pending');
    await advance(idleDelayMs);
    expect(requests[1]).toMatchObject({ name: 'b', revision: 8 });
    await answer({ ok: true, revision: 9 });
    expect(status()).toBe('saved');
  });

  it('keeps edits while the server cannot be reached, tries again, and saves them when it can', async () => {
    const { session, requests, drafts, advance, edit, answer, status } = openSession();
    edit('a');
    await advance(idleDelayMs);
    await answer({ ok: false, reason: 'unreachable' });
    expect(status()).toBe('offline');
    edit('b');
    expect(countUnsaved(session.autosave.state())).toBe(2);
    await settled();
    expect(drafts.unsavedOf('first')).toHaveLength(2);
    await advance(2_000);
    expect(requests).toHaveLength(2);
    await answer({ ok: true, revision: 8 });
    expect(status()).toBe('saved');
    expect(drafts.unsavedOf('first')).toEqual([]);
  });

  it('tries at once when the browser is online again', async () => {
    const { session, requests, advance, edit, answer } = openSession();
    edit('a');
    await advance(idleDelayMs);
    await answer({ ok: false, reason: 'unreachable' });
    session.autosave.online();
    await settled();
    expect(requests).toHaveLength(2);
  });

  it('tries again soon when a save fails that began before the browser was online again', async () => {
    const { session, requests, advance, edit, answer } = openSession();
    edit('a');
    await advance(idleDelayMs);
    for (let failures = 0; failures < 5; failures += 1) {
      await answer({ ok: false, reason: 'unreachable' });
      await advance(30_000);
    }
    const before = requests.length;
    session.autosave.online();
    await answer({ ok: false, reason: 'unreachable' });
    await advance(2_000);
    expect(requests).toHaveLength(before + 1);
  });

  it('writes whole documents only when they are other ones', async () => {
    const { drafts, edit, advance, answer } = openSession();
    for (const name of ['a', 'b', 'c']) {
      edit(name);
      await settled();
    }
    expect(drafts.documentWrites).toEqual([definition]);
    await advance(idleDelayMs);
    await answer({ ok: true, revision: 8 });
    expect(drafts.documentWrites).toEqual([definition, null]);
    expect((await reopen(drafts, definition, 8)).session.store.getState().history.past).toHaveLength(3);
  });

  it('stops at a conflict, overwrites nothing, and goes on after a reset', async () => {
    const { session, requests, drafts, advance, edit, answer, status } = openSession();
    edit('a');
    await advance(idleDelayMs);
    await answer({ ok: false, reason: 'stale' });
    edit('b');
    session.autosave.flush();
    await advance(60_000);
    expect(status()).toBe('conflict');
    expect(requests).toHaveLength(1);
    session.autosave.reset(12);
    expect(status()).toBe('saved');
    await settled();
    expect(drafts.unsavedOf('first')).toEqual([]);
    edit('c');
    await advance(idleDelayMs);
    expect(requests[1]).toMatchObject({ name: 'c', revision: 12 });
  });

  it('takes in what somebody else saved and sends both at once, on their revision', async () => {
    const { session, requests, drafts, advance, edit, answer, status } = openSession();
    edit('a');
    await advance(idleDelayMs);
    const theirs = flow(start({ id: 's' }), message('', { id: 'm' }), message('New', { id: 'n' }));
    await answer({ ok: false, reason: 'stale', theirs: { definition: theirs, revision: 12 } });
    await advance(0);
    expect(requests[1]).toMatchObject({ name: 'a', revision: 12 });
    expect(session.store.getState().definition.nodes.map(({ id }) => id)).toContain('n');
    expect(drafts.headOf('first')).toMatchObject({ revision: 12 });
    expect(drafts.baseOf('first')).toEqual(theirs);
    await answer({ ok: true, revision: 13 });
    expect(status()).toBe('saved');
    expect(drafts.unsavedOf('first')).toEqual([]);
  });

  it('says that a refused draft is not saved, and tries again with the next edit', async () => {
    const { requests, advance, edit, answer, status } = openSession();
    edit('a');
    await advance(idleDelayMs);
    await answer({ ok: false, reason: 'refused' });
    expect(status()).toBe('refused');
    await advance(60_000);
    expect(requests).toHaveLength(1);
    edit('b');
    await advance(idleDelayMs);
    expect(requests).toHaveLength(2);
  });

  it('brings unsaved edits back to the next visit, and sends them at once', async () => {
    const first = openSession();
    first.edit('kept');
    const { session, requests, advance, answer, status, drafts } = await reopen(first.drafts);
    expect(session.store.getState().definition.nodes[1]?.name).toBe('kept');
    expect(session.store.getState().broughtBack).toEqual({ count: 1, lostCount: 0 });
    session.start();
    await advance(0);
    expect(requests).toMatchObject([{ name: 'kept', revision: 7 }]);
    await answer({ ok: true, revision: 8 });
    expect(status()).toBe('saved');
    expect([drafts.headOf('first'), drafts.unsavedOf('second')]).toEqual([undefined, []]);
  });

  it('keeps them for the visit after that, when that one ends as early', async () => {
    const first = openSession();
    first.edit('a');
    const second = await reopen(first.drafts);
    second.session.start();
    second.edit('b');
    await settled();
    const third = restoreSession(await first.drafts.read('second'), definition);
    expect(third?.definition.nodes[1]?.name).toBe('b');
    expect(third?.kept?.edits).toHaveLength(2);
  });

  it('merges them with what somebody else saved since, and undoes only mine', async () => {
    const first = openSession();
    first.edit('mine');
    const { session, advance, answer, requests } = await reopen(first.drafts);
    session.start();
    await advance(0);
    const theirs = flow(start({ id: 's' }), message('Theirs', { id: 'm' }));
    await answer({ ok: false, reason: 'stale', theirs: { definition: theirs, revision: 9 } });
    await advance(0);
    expect(requests.at(-1)).toMatchObject({ name: 'mine', revision: 9 });
    session.store.getState().undo();
    expect(session.store.getState().definition).toEqual(theirs);
  });

  it('takes a save whose answer was lost for its own, though typing went on and the tab was closed', async () => {
    const first = openSession();
    first.edit('sent');
    await first.advance(idleDelayMs);
    first.edit('typed on');
    const arrived = flow(start({ id: 's' }), message('', { id: 'm', name: 'sent' }));
    const { session, advance, answer, requests } = await reopen(first.drafts, arrived, 8);
    session.start();
    await advance(0);
    await answer({ ok: false, reason: 'stale', theirs: { definition: arrived, revision: 8 } });
    await advance(0);
    expect(session.store.getState().theirDraft).toBeNull();
    expect(requests.at(-1)).toMatchObject({ name: 'typed on', revision: 8 });
  });

  it('sends nothing before the browser has it, but does not wait for a database that hangs', async () => {
    const { requests, drafts, advance, edit } = openSession();
    let finish: () => void = () => undefined;
    drafts.disk = new Promise((resolve) => {
      finish = resolve;
    });
    edit('a');
    await advance(idleDelayMs + 999);
    expect(requests).toHaveLength(0);
    finish();
    await settled();
    expect([requests.length, drafts.headOf('first')?.sent]).toEqual([1, [1]]);

    const hanging = openSession();
    hanging.drafts.disk = new Promise(() => undefined);
    hanging.edit('a');
    await hanging.advance(idleDelayMs + 1_000);
    expect(hanging.requests).toHaveLength(1);
  });

  it('goes on after the browser had no room, and says so meanwhile', async () => {
    const { session, drafts, edit } = openSession();
    edit('a');
    await settled();
    drafts.isFull = true;
    edit('b');
    await settled();
    expect(session.store.getState().isKeptLocally).toBe(false);
    drafts.isFull = false;
    edit('c');
    await settled();
    expect(session.store.getState().isKeptLocally).toBe(true);
    const again = await reopen(drafts);
    expect(again.session.store.getState().definition).toEqual(session.store.getState().definition);
    expect(again.session.store.getState().history.past).toHaveLength(3);
  });

  it('keeps edits with few or no undo steps where there is not room for all', async () => {
    const { session, drafts, edit } = openSession();
    drafts.maxSteps = 10;
    for (let count = 0; count < 30; count += 1) edit(`Name ${count}`);
    await settled();
    expect(session.store.getState().isKeptLocally).toBe(true);
    const again = await reopen(drafts);
    expect(again.session.store.getState().definition.nodes[1]?.name).toBe('Name 29');
    expect(again.session.store.getState().history.past).toHaveLength(10);
  });

  it('reads nothing from a damaged copy', async () => {
    expect(restoreSession({ session: { revision: 'x' }, edits: [], history: [] }, definition)).toBeNull();
  });

  it('undoes after a reload what was done before it, saved or not', async () => {
    const first = openSession();
    for (const name of ['a', 'b', 'c']) first.edit(name);
    first.session.store.getState().undo();
    await first.advance(idleDelayMs);
    await first.answer({ ok: true, revision: 8 });
    const saved = first.session.store.getState().definition;

    const { store } = (await reopen(first.drafts, saved, 8)).session;
    const name = () => store.getState().definition.nodes[1]?.name;
    expect(name()).toBe('b');
    store.getState().redo();
    expect(name()).toBe('c');
    for (let step = 0; step < 4; step += 1) store.getState().undo();
    expect(store.getState().definition).toEqual(definition);
  });

  it('keeps 200 undo steps, the newest, through edits, undos and reloads', async () => {
    const { drafts, edit, session } = openSession();
    for (let count = 0; count < 230; count += 1) {
      edit(`Name ${count}`);
      if (count % 10 === 0) await settled();
    }
    session.store.getState().undo();
    session.store.getState().undo();
    await settled();
    const { history } = (await reopen(drafts)).session.store.getState();
    expect([history.past.length, history.future.length]).toEqual([198, 2]);
    expect(history.past.at(-1)?.operations).toEqual([rename('Name 227')]);
    expect(history.future[0]?.operations).toEqual([rename('Name 229')]);
  });

  it('never claims to be saved while an edit is not, whatever happens in whatever order', () => {
    const event = fc.oneof(
      fc.constantFrom('edited', 'due', 'flushed', 'online').map((type) => ({ type }) as const),
      fc.record({ type: fc.constant('saved' as const) }),
      fc.record({
        type: fc.constant('failed' as const),
        reason: fc.constantFrom('unreachable' as const, 'stale' as const, 'refused' as const),
      }),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (events) => {
        let state = startAutosave(1);
        events.forEach((next, index) => {
          const isAnswer = next.type === 'saved' || next.type === 'failed';
          if (isAnswer && state.sendingEditCount === null) return;
          const revision = state.revision + 1;
          state = reduceAutosave(state, { ...next, atMs: index * 700, revision } as Parameters<
            typeof reduceAutosave
          >[1]);
          if (state.status === 'saved') expect(countUnsaved(state)).toBe(0);
          if (countUnsaved(state) > 0 && !['conflict', 'refused'].includes(state.status)) {
            expect(state.dueAtMs !== null || state.sendingEditCount !== null).toBe(true);
          }
        });
      }),
    );
  });
});
