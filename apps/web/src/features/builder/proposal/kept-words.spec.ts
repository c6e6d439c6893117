import { maxDescriptionLength } from '@instaflow/contracts';
import { addExample } from './add-example';
import { keptWords, maxWords } from './kept-words';

describe('the words steps are described in', () => {
  it('are kept for each flow until they are used or deleted', () => {
    keptWords.keep('one', 'Ask for the size');
    expect([keptWords.read('one'), keptWords.read('other')]).toEqual(['Ask for the size', '']);
    keptWords.keep('one', ' \n');
    expect(keptWords.read('one')).toBe('');
    keptWords.keep('one', 'Ask');
    keptWords.forget('one');
    expect(keptWords.read('one')).toBe('');
  });

  it('may be as long as the server takes them', () => {
    expect(maxWords).toBe(maxDescriptionLength);
  });

  it('begin with an example, which replaces another one and nothing that somebody wrote', () => {
    const examples = ['Shop', 'Lead'];
    expect(addExample(' ', 'Shop', examples)).toBe('Shop');
    expect(addExample('Shop ', 'Lead', examples)).toBe('Lead');
    expect(addExample('My own', 'Lead', examples)).toBe('My own\n\nLead');
  });
});
