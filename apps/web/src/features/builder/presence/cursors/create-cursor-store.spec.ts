import { createCursorStore } from './create-cursor-store';
import { createTime } from './spec-support/create-time';

const setUp = () => {
  const time = createTime();
  const store = createCursorStore(time.ports.schedule);
  const heard: string[] = [];
  store.onComingAndGoing(() => heard.push(store.listUserIds().join()));
  return { store, time, heard };
};

describe('createCursorStore', () => {
  it('tells who comes and goes, and to whom it belongs who moves', () => {
    const { store, heard } = setUp();
    store.put('ana', { x: 1, y: 1 });
    const list = store.listUserIds();
    const moves: string[] = [];
    const stop = store.onMove('ana', ({ x }) => moves.push(`ana ${String(x)}`));
    store.onMove('ben', ({ x }) => moves.push(`ben ${String(x)}`));
    store.put('ana', { x: 2, y: 1 });
    expect(store.listUserIds()).toBe(list);
    expect(store.find('ana')).toEqual({ x: 2, y: 1 });
    store.put('ben', { x: 3, y: 1 });
    store.put('ben', { x: 4, y: 1 });
    stop();
    store.put('ana', { x: 5, y: 1 });
    store.put('ana', null);
    store.put('ana', null);
    expect(moves).toEqual(['ana 2', 'ben 4']);
    expect(heard).toEqual(['ana', 'ana,ben', 'ben']);
    expect(store.find('ana')).toBeNull();
  });

  it('loses who says nothing for ten seconds', () => {
    const { store, time, heard } = setUp();
    store.put('ana', { x: 1, y: 1 });
    time.pass(9_000);
    store.put('ana', { x: 2, y: 1 });
    time.pass(9_900);
    expect(store.listUserIds()).toEqual(['ana']);
    time.pass(100);
    expect(store.listUserIds()).toEqual([]);
    expect(heard).toEqual(['ana', '']);
  });

  it('waits for nothing any more once it is cleared', () => {
    const { store, time } = setUp();
    store.put('ana', { x: 1, y: 1 });
    store.put('ben', { x: 1, y: 1 });
    store.clear();
    expect([store.listUserIds(), time.countWaiting()]).toEqual([[], 0]);
  });
});
