import { flow, message, start, type FlowOperation } from '@instaflow/flow-model';
import fc from 'fast-check';
import { createKeptHistory } from '../history/kept-history';
import { createBuilderSession } from '../state/builder-session';
import type { SaveOutcome } from './autosave-driver';
import { countUnsaved, idleDelayMs, maxDelayMs, reduceAutosave, startAutosave } from './autosave-machine';
import { createWriteAhead, type KeyValueStorage } from './write-ahead';

class MemoryStorage implements KeyValueStorage {
  readonly entries = new Map<string, string>();
  isFull = false;
  get length() {
    return this.entries.size;
  }
  key = (index: number) => [...this.entries.keys()][index] ?? null;
  getItem = (key: string) => this.entries.get(key) ?? null;
  removeItem = (key: string) => void this.entries.delete(key);
  setItem = (key: string, value: string) => {
    if (this.isFull) throw new Error('QuotaExceededError');
    this.entries.set(key, value);
  };
}

const definition = flow(start({ id: 's' }), message('', { id: 'm' }));
const rename = (name: string): FlowOperation => ({ op: 'update_node', nodeId: 'm', set: { name } });
const settled = async () => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};

/** A session with a clock, timers and a server that the test turns by hand. */
function openSession({
  storage = new MemoryStorage(),
  tabStorage = new MemoryStorage(),
  document = definition,
  revision = 7,
} = {}) {
  const clock = { nowMs: 0 };
  const timers = new Set<{ callback: () => void; atMs: number }>();
  const requests: { name: string; revision: number; answer: (outcome: SaveOutcome) => void }[] = [];
  const writeAhead = createWriteAhead(storage, { flowId: 'f', tabId: 't' });
  const session = createBuilderSession(
    { definition: document, automaticPositions: {}, revision, isReadOnly: false, view: 'canvas' },
    {
      writeAhead,
      findPlaces: () => Promise.resolve({}),
      keptHistory: createKeptHistory(tabStorage, 'f'),
      nowMs: () => clock.nowMs,
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
  return { session, requests, storage, advance, edit, answer, status };
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
    const { session, requests, storage, advance, edit, answer, status } = openSession();
    edit('a');
    await advance(idleDelayMs);
    await answer({ ok: false, reason: 'unreachable' });
    expect(status()).toBe('offline');
    edit('b');
    expect(countUnsaved(session.autosave.state())).toBe(2);
    expect(storage.entries.size).toBe(1);
    await advance(2_000);
    expect(requests).toHaveLength(2);
    await answer({ ok: true, revision: 8 });
    expect(status()).toBe('saved');
    expect(storage.entries.size).toBe(0);
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

  it('stops at a conflict, overwrites nothing, and goes on after a reset', async () => {
    const { session, requests, storage, advance, edit, answer, status } = openSession();
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
    expect(storage.entries.size).toBe(0);
    edit('c');
    await advance(idleDelayMs);
    expect(requests[1]).toMatchObject({ name: 'c', revision: 12 });
  });

  it('takes in what somebody else saved and sends both at once, on their revision', async () => {
    const { session, requests, storage, advance, edit, answer, status } = openSession();
    edit('a');
    await advance(idleDelayMs);
    const theirs = flow(start({ id: 's' }), message('', { id: 'm' }), message('New', { id: 'n' }));
    await answer({ ok: false, reason: 'stale', theirs: { definition: theirs, revision: 12 } });
    await advance(0);
    expect(requests[1]).toMatchObject({ name: 'a', revision: 12 });
    expect(session.store.getState().definition.nodes.map(({ id }) => id)).toContain('n');
    expect(JSON.parse(storage.getItem('instaflow.unsaved.f.t') ?? '')).toMatchObject({ baseRevision: 12 });
    await answer({ ok: true, revision: 13 });
    expect(status()).toBe('saved');
    expect(storage.entries.size).toBe(0);
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

  it('brings unsaved edits back to the next visit of the tab, once', () => {
    const storage = new MemoryStorage();
    const first = openSession({ storage });
    first.edit('kept');
    const second = openSession({ storage });
    const leftover = second.session.takeLeftover();
    expect(leftover).toMatchObject({ baseRevision: 7, operations: [rename('kept')] });
    expect(second.session.takeLeftover()).toBeNull();
  });

  it('takes none of its own edits for what an earlier visit left', () => {
    const fresh = openSession();
    fresh.edit('own');
    expect(fresh.session.takeLeftover()).toBeNull();

    const storage = new MemoryStorage();
    openSession({ storage }).edit('kept');
    const { session, edit } = openSession({ storage });
    edit('own');
    expect(session.takeLeftover()).toMatchObject({ operations: [rename('kept')] });
    expect(openSession({ storage }).session.takeLeftover()).toMatchObject({ operations: [rename('own')] });
  });

  it('leaves the edits of another tab alone until that tab is surely gone', () => {
    const storage = new MemoryStorage();
    const other = createWriteAhead(storage, { flowId: 'f', tabId: 'other' });
    other.write({ baseRevision: 7, writtenAtMs: 100_000, operations: [rename('theirs')] });
    const own = createWriteAhead(storage, { flowId: 'f', tabId: 't' });
    expect(own.findLeftover(110_000)).toBeNull();
    expect(own.findLeftover(200_000)?.entry.operations).toHaveLength(1);
  });

  it('says when the browser has no room to keep edits', () => {
    const { session, storage, edit } = openSession();
    storage.isFull = true;
    edit('a');
    expect(session.store.getState().isKeptLocally).toBe(false);
  });

  it('treats a broken entry as none', () => {
    const storage = new MemoryStorage();
    storage.setItem('instaflow.unsaved.f.t', '{"operations": 5');
    expect(createWriteAhead(storage, { flowId: 'f', tabId: 't' }).findLeftover(0)).toBeNull();
  });

  it('undoes after a reload what was done before it', async () => {
    const tabStorage = new MemoryStorage();
    const first = openSession({ tabStorage });
    first.edit('a');
    first.edit('b');
    first.session.store.getState().undo();
    await first.advance(idleDelayMs);
    await first.answer({ ok: true, revision: 8 });
    const saved = first.session.store.getState().definition;

    const { store } = openSession({ tabStorage, document: saved, revision: 8 }).session;
    const name = () => store.getState().definition.nodes[1]?.name;
    expect(name()).toBe('a');
    store.getState().redo();
    expect(name()).toBe('b');
    store.getState().undo();
    store.getState().undo();
    expect(store.getState().definition).toEqual(definition);
    store.getState().undo();
    expect(store.getState().definition).toEqual(definition);
  });

  it('forgets the history when the server has another document than the one it led to', async () => {
    const tabStorage = new MemoryStorage();
    const first = openSession({ tabStorage });
    first.edit('a');
    await first.advance(idleDelayMs);
    await first.answer({ ok: true, revision: 8 });
    const { store } = openSession({ tabStorage, revision: 9 }).session;
    expect(store.getState().history.past).toEqual([]);
  });

  it('edits on without a kept history when the tab has no room for one, or a broken one', async () => {
    const tabStorage = new MemoryStorage();
    tabStorage.setItem('instaflow.history.f', '{"revision":7,"past":[{"label":{"key":"toString"}}]}');
    const { session, advance, edit, answer, status } = openSession({ tabStorage });
    expect(session.store.getState().history.past).toEqual([]);
    tabStorage.isFull = true;
    edit('a');
    await advance(idleDelayMs);
    await answer({ ok: true, revision: 8 });
    expect(status()).toBe('saved');
    expect(tabStorage.entries.size).toBe(0);
  });

  it('keeps the newest undo steps when the tab has not room for all', async () => {
    const tabStorage = new MemoryStorage();
    const setItem = tabStorage.setItem;
    tabStorage.setItem = (key, value) => {
      if (value.length > 10_000) throw new Error('QuotaExceededError');
      setItem(key, value);
    };
    const { session, advance, edit, answer } = openSession({ tabStorage });
    for (let count = 0; count < 250; count += 1) edit(`Name ${count}`);
    expect(session.store.getState().history.past).toHaveLength(200);
    await advance(idleDelayMs);
    await answer({ ok: true, revision: 8 });
    const kept = createKeptHistory(tabStorage, 'f').find(8)?.past ?? [];
    expect(kept.length).toBeGreaterThan(9);
    expect(kept.at(-1)?.operations).toEqual([rename('Name 249')]);
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
