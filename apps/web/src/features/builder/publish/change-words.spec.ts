import {
  applyOperations,
  diffFlows,
  flow,
  message,
  onButton,
  quickReply,
  start,
  wait,
} from '@instaflow/flow-model';
import type { FlowOperation } from '@instaflow/flow-model';
import i18next from 'i18next';
import english from './locales/en.json';
import { nameField } from './name-field';
import { listChanges } from './shown-diff';

const before = flow(
  start({ id: 's' }),
  message('Hi', {
    id: 'm',
    name: 'Menu',
    buttons: [quickReply('A', 'A'), quickReply('B', 'B')],
    to: [onButton('A', 'w'), onButton('B', 'x')],
  }),
  wait('1h', { id: 'w', end: true }),
  message('Bye', { id: 'x', end: true }),
);
const condition = (value: string) => ({ type: 'button_payload' as const, value });
const buttons = [
  { type: 'quick_reply', text: 'First', payload: 'A' },
  { type: 'quick_reply', text: 'C', payload: 'C' },
];
const edits: FlowOperation[] = [
  { op: 'update_node', nodeId: 'm', set: { name: 'Main', content: { text: 'Hello', buttons } } },
  { op: 'connect', nodeId: 'm', targetNodeId: 'x', condition: condition('A') },
  { op: 'update_node', nodeId: 'w', set: { durationSeconds: 60 } },
  { op: 'remove_node', nodeId: 'x' },
];

describe('a list of changes', () => {
  const applied = applyOperations(before, edits);
  if (!applied.ok) throw new Error(applied.problem.message);
  const changes = listChanges(diffFlows(before, applied.definition));

  it('names changed steps first, then what is gone, then what is new', () => {
    expect(changes.map(({ nodeId, change }) => [nodeId, change])).toEqual([
      ['m', 'changed'],
      ['w', 'changed'],
      ['x', 'removed'],
    ]);
  });

  it('has a text for every kind of change there is', () => {
    const keys = changes.flatMap(({ words }) => words.map(({ key }) => key));
    expect(keys.length).toBeGreaterThan(5);
    for (const key of keys) expect(english.words).toHaveProperty(key);
  });

  it('calls fields by words, those nobody has named settings', async () => {
    const i18n = i18next.createInstance();
    await i18n.init({ lng: 'en', resources: { en: { publish: english } } });
    const t = i18n.getFixedT('en', 'publish');
    expect(nameField(t, 'content.text')).toBe('Text');
    expect(nameField(t, 'durationSeconds')).toBe('How long it waits');
    expect(nameField(t, 'constructor')).toBe('Settings');
  });
});
