import { isValidPattern } from '@instaflow/flow-model';
import * as fc from 'fast-check';
import { checkAnswer } from '../answers/check-answer';
import { matchKeywords } from './match-keywords';
import { matchPattern } from './match-pattern';
import { normalizeText } from './normalize-text';
import { findOptOutWord } from './opt-words';
import { rollDie } from './roll-die';
import { splitText } from './split-text';

type Mode = Parameters<typeof matchKeywords>[0]['match'];
const matches = (keywords: string, match: Mode, text: string) =>
  matchKeywords({ keywords, match, texts: [text] }) !== null;

describe('matchKeywords', () => {
  it.each<[Mode, string, string, boolean]>([
    ['exact', 'price', 'PRICE?!', true],
    ['exact', 'price', 'the price', false],
    ['starts_with', 'price', '¡Price list', true],
    ['starts_with', 'price', 'the price', false],
    ['contains_word', 'price', 'what is the price?', true],
    ['contains_word', 'price', 'priceless', false],
    ['contains_word', 'c++', 'I write c++ daily', true],
    ['contains_word', 'hello, price', 'Price', true],
    ['contains_word', '価格', 'この価格は', true],
    ['contains', 'price', 'priceless', true],
    ['contains_word', 'größe', 'Welche GROESSE oder GRÖSSE', true],
    ['contains_word', 'cafe', 'un CAFÉ por favor', true],
    ['contains_word', 'price', '🔥price🔥', true],
    ['exact', '🔥', '🔥', true],
    ['contains_word', '🔥', 'so 🔥!', true],
    ['contains', '🔥', '❤️', false],
    ['contains_word', '👍', '👍🏽', true],
    ['regex', '^order\\s+#\\d{1,6}$', 'Order #123', true],
    ['regex', 'a{1,2}b', 'ab', true],
    ['regex', '(unclosed', '(unclosed', false],
    ['contains', ' , ', 'anything', false],
  ])('%s “%s” in “%s”: %s', (match, keyword, text, expected) => {
    expect(matches(keyword, match, text)).toBe(expected);
  });

  it('runs patterns that backtrack elsewhere in linear time', () => {
    expect(matchPattern('(a+)+$', `${'a'.repeat(9000)}!`)).toBe(false);
    expect(isValidPattern('(a|aa)+$')).toBe(true);
    expect(isValidPattern('x'.repeat(1001))).toBe(false);
    expect(isValidPattern('(?=look)')).toBe(false);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string({ unit: 'binary' }),
        fc.constantFrom<Mode>('exact', 'starts_with', 'contains_word', 'contains', 'regex'),
        (keyword, text, mode) => {
          expect(typeof matches(keyword, mode, text)).toBe('boolean');
        },
      ),
    );
  });
});

describe('normalizeText', () => {
  it('leaves nothing of emoji, also of those that only show when a character is taken apart', () => {
    expect(normalizeText('Brand™ 🎉')).toBe('brand');
    expect(normalizeText('a ↮ b')).toBe('a b');
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        (text) => normalizeText(normalizeText(text)) === normalizeText(text),
      ),
    );
  });
});

describe('splitText', () => {
  const limit = { bytes: 1000, characters: 640 };
  const withoutSpaces = (text: string) => text.replaceAll(/\s/g, '');

  it('breaks at the ends of sentences', () => {
    const text = 'First sentence here. Second one! And a third? ';
    expect(splitText(text.repeat(2), { bytes: 50, characters: 50 })).toEqual([
      'First sentence here. Second one! And a third?',
      'First sentence here. Second one! And a third?',
    ]);
  });

  it('loses nothing but spaces, and every piece fits', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 300 }), { maxLength: 12 }), (parts) => {
        const text = parts.join('. ');
        const pieces = splitText(text, limit);
        expect(withoutSpaces(pieces.join(''))).toBe(withoutSpaces(text));
        for (const piece of pieces) {
          expect(Buffer.byteLength(piece)).toBeLessThanOrEqual(limit.bytes);
          expect(piece.length).toBeLessThanOrEqual(limit.characters);
        }
      }),
    );
  });

  it('is quick with a megabyte', () => {
    expect(splitText('x'.repeat(1_000_000), limit)).toHaveLength(Math.ceil(1_000_000 / 640));
  });
});

describe('rollDie', () => {
  it('is even and depends on its arguments only', () => {
    const rolls = Array.from({ length: 10_000 }, (_, index) => rollDie('seed', String(index)));
    expect(Math.min(...rolls)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...rolls)).toBeLessThan(1);
    const mean = rolls.reduce((sum, roll) => sum + roll, 0) / rolls.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.02);
    expect(rollDie('seed', '7')).toBe(rolls[7]);
    expect(rollDie('other', '7')).not.toBe(rolls[7]);
  });
});

describe('findOptOutWord', () => {
  it('hears whole messages only', () => {
    expect(findOptOutWord('  Stop. ')).toBe('stop');
    expect(findOptOutWord('Désabonner')).toBe('desabonner');
    expect(findOptOutWord('please stop')).toBeNull();
    expect(findOptOutWord('cancel')).toBeNull();
  });
});

describe('checkAnswer', () => {
  const check = (
    inputType: 'text' | 'email' | 'phone' | 'number' | 'date' | 'choice',
    text: string,
    country: string | null = null,
  ) => {
    const node = { id: 'n', type: 'get_input' as const, name: '', connections: [], inputType };
    const checked = checkAnswer({ node, answer: { text, payload: null }, country });
    return checked.isValid ? checked.value : null;
  };

  it.each([
    ['email', 'my mail is Ana.B+x@Example.co.uk, thanks', 'ana.b+x@example.co.uk'],
    ['email', 'ana at example.com', null],
    ['email', '@example.com', null],
    ['number', '1 234', 1234],
    ['number', '-3,5', -3.5],
    ['number', '1e999', null],
    ['number', '12 apples', null],
    ['date', '2026-02-28', '2026-02-28'],
    ['date', '1.3.2026', '2026-03-01'],
    ['date', '31/12/2026', '2026-12-31'],
    ['date', '2026-02-30', null],
    ['date', 'tomorrow', null],
    ['text', '  anything ', 'anything'],
    ['text', '   ', null],
  ] as const)('%s “%s” → %s', (type, text, expected) => {
    expect(check(type, text)).toBe(expected);
  });

  it('knows phone numbers with a country code, or in the country of the account', () => {
    expect(check('phone', '+49 171 1234567')).toBe('+491711234567');
    expect(check('phone', '0171 1234567', 'DE')).toBe('+491711234567');
    expect(check('phone', '0171 1234567')).toBeNull();
    expect(check('phone', '+49 1', 'XX')).toBeNull();
  });
});
