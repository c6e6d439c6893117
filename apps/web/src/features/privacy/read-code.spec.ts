import { confirmationCode } from '@instaflow/contracts';
import { readCode } from './read-code';

describe('readCode', () => {
  it.each(['abcdefghijklmnop', 'A-b_'.repeat(16), 'short', 'x'.repeat(65), 'abcdefgh ijklmnop', ''])(
    'takes %j like the contract',
    (text) => expect(readCode(text) !== null).toBe(confirmationCode.safeParse(text).success),
  );

  it('forgives blanks around it', () => {
    expect(readCode('  abcdefghijklmnop\n')).toBe('abcdefghijklmnop');
  });
});
