import type { Effect } from '@instaflow/flow-engine';
import { changesOfContact } from './changes-of-contact';

describe('changesOfContact', () => {
  const origin = { key: 'r/n/1/0', runId: 'r', flowId: 'f', flowVersionId: 'v', nodeId: 'n' };

  it('changes nothing without effects', () => {
    expect(changesOfContact([])).toMatchObject({
      addTags: null,
      setAttributes: null,
      optedOut: null,
      needsHuman: false,
    });
  });

  it('lets the later of contradicting effects hold', () => {
    const effects: Effect[] = [
      { kind: 'add_tags', ...origin, tags: ['a', 'b'] },
      { kind: 'remove_tags', ...origin, tags: ['b', 'c'] },
      { kind: 'set_attribute', ...origin, attribute: 'x', value: 1 },
      { kind: 'set_attribute', ...origin, attribute: 'x', value: null },
      { kind: 'set_attribute', ...origin, attribute: 'y', value: 'z' },
      { kind: 'opt_out', ...origin, word: 'stop' },
      { kind: 'opt_in', ...origin, word: 'start' },
    ];
    expect(changesOfContact(effects)).toMatchObject({
      addTags: ['a'],
      removeTags: ['b', 'c'],
      setAttributes: { y: 'z' },
      dropAttributes: ['x'],
      optedOut: false,
    });
  });

  it('asks for a person with the note of the node', () => {
    const effects: Effect[] = [{ kind: 'request_human', ...origin, messageToAgent: 'Call back' }];
    expect(changesOfContact(effects)).toMatchObject({ needsHuman: true, noteToAgent: 'Call back' });
  });
});
