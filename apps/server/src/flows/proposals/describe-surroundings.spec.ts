import { flow, getInput, message, quickReply, setAttribute, start, tagContact } from '@instaflow/flow-model';
import { describeSurroundings } from './describe-surroundings';

const definition = flow(
  start({ id: 's' }),
  message('Hello there', { id: 'm', name: 'Welcome', buttons: [quickReply('Yes'), quickReply('No')] }),
  getInput('E-mail?', { name: 'Ask', saveToAttribute: 'email' }),
  tagContact('lead', { name: 'Tag' }),
  tagContact('lead', { name: 'Tag' }),
  setAttribute('source', 'dm', { name: 'Set' }),
);

describe('what a model is told of a flow', () => {
  it('is the step before with its ways on, and names in use, each once', () => {
    expect(describeSurroundings(definition, 'm')).toBe(
      [
        'They follow the step "Welcome" (message).',
        'It says: Hello there',
        'It can lead on by: Yes, No, Next, No reply.',
        'Steps there are (use other names): "start", "Welcome", "Ask", "Tag", "Set".',
        'Tags in use: "lead".',
        'Attributes in use: "email", "source".',
      ].join('\n'),
    );
  });

  it('is little when the steps stand on their own, and bounded in a large flow', () => {
    expect(describeSurroundings(flow(), null)).toBe('The steps stand on their own.');
    const large = flow(
      ...Array.from({ length: 500 }, (_, at) => message('x'.repeat(900), { name: `Step ${at}` })),
    );
    expect(describeSurroundings(large, 'node_1').length).toBeLessThan(2_000);
    expect(describeSurroundings(large, 'gone')).toContain('stand on their own');
  });
});
