import { loadedEvent, loadedTurn } from '../spec-support/loaded-turn';
import { splitEvents } from './split-events';

describe('splitEvents', () => {
  it('gives the engine what people say, and keeps echoes and records apart', () => {
    const split = splitEvents(
      loadedTurn({
        events: [
          loadedEvent('e1', 'text', { text: 'hi', mid: 'm1' }),
          loadedEvent('e2', 'echo', { text: 'ours', mid: 'm2' }),
          loadedEvent('e3', 'read', { mid: 'm2' }),
          loadedEvent('e4', 'reaction', { mid: 'm2', reaction: '❤' }),
        ],
      }),
    );
    expect(split.pending.map(({ id, text }) => [id, text])).toEqual([['e1', 'hi']]);
    expect(split.echoes.map(({ id }) => id)).toEqual(['e2']);
    expect(split.records.map(({ kind, mid, reaction }) => [kind, mid, reaction])).toEqual([
      ['read', 'm2', null],
      ['reaction', 'm2', '❤'],
    ]);
    expect(split.recorded).toEqual(['e3', 'e4']);
  });

  it('lets a message deleted before its turn take no part in it', () => {
    const split = splitEvents(
      loadedTurn({
        events: [
          loadedEvent('e1', 'text', { text: 'hi', mid: 'm1' }),
          loadedEvent('e2', 'deletion', { mid: 'm1' }),
          loadedEvent('e3', 'text', { text: 'there', mid: 'm3' }),
        ],
      }),
    );
    expect(split.pending.map(({ id }) => id)).toEqual(['e3']);
    expect(split.deleted).toEqual(['e1']);
  });

  it('gives a message edited before its turn its new text', () => {
    const split = splitEvents(
      loadedTurn({
        events: [
          loadedEvent('e1', 'text', { text: 'hy', mid: 'm1' }),
          loadedEvent('e2', 'edit', { text: 'hi', mid: 'm1' }),
        ],
      }),
    );
    expect(split.pending.map(({ text }) => text)).toEqual(['hi']);
  });

  it('throws on what intake cannot have stored', () => {
    expect(() => splitEvents(loadedTurn({ events: [loadedEvent('e1', 'text', { text: 5 })] }))).toThrow();
  });
});
