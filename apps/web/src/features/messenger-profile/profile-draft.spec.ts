import {
  iceBreakers,
  messengerProfileEndpoints,
  messagingLimits,
  type IceBreakers,
} from '@instaflow/contracts';
import { checkPart, hasProblems } from './check-profile';
import {
  createItem,
  moveItem,
  partLimits,
  readIceBreakers,
  readMenu,
  writeIceBreakers,
  writeMenu,
  type ItemDraft,
  type PartDraft,
} from './profile-draft';

const flowId = '018f0000-0000-4000-8000-000000000001';
const german = { locale: 'de_DE', items: [{ question: 'Preise?', payload: 'PREISE', flowId: null }] };
const sets: IceBreakers['sets'] = [
  german,
  {
    locale: 'default',
    items: [
      { question: 'What does it cost?', payload: 'PRICES', flowId },
      { question: 'Where are you?', payload: 'WHERE', flowId: null },
    ],
  },
];
const menus = [
  {
    locale: 'default',
    isComposerDisabled: true,
    items: [
      { type: 'postback' as const, title: 'Prices', payload: 'PRICES', flowId },
      { type: 'web_url' as const, title: 'Shop', url: 'https://example.com/shop' },
    ],
  },
];
const draftOf = (...items: Partial<ItemDraft>[]): PartDraft => ({
  isComposerDisabled: false,
  items: items.map((item) => ({ ...createItem(), text: 'Prices', ...item })),
});

describe('the draft of ice breakers and menu', () => {
  it('gives back what it was made of, and other languages as they are', () => {
    expect(writeIceBreakers(readIceBreakers(sets), sets)).toEqual([sets[1], german]);
    expect(writeMenu(readMenu(menus), menus)).toEqual(menus);
  });

  it('takes everything away when it is empty', () => {
    expect(writeIceBreakers(draftOf(), sets)).toEqual([]);
    expect(writeMenu(draftOf(), menus)).toEqual([]);
  });

  it('makes what the contract accepts', () => {
    const written = writeIceBreakers(draftOf({ text: '  Prices?  ' }, { start: 'flow', flowId }), []);
    expect(messengerProfileEndpoints.putIceBreakers.body?.safeParse({ sets: written }).success).toBe(true);
    expect(written[0]?.items[0]?.question).toBe('Prices?');
  });

  it('gives every new entry a code of its own', () => {
    expect(createItem().code).not.toBe(createItem().code);
  });
});

describe('checkPart', () => {
  it.each([
    [{ text: ' ' }, { text: 'textMissing' }],
    [{ text: 'x'.repeat(31) }, { text: 'textTooLong' }],
    [{ start: 'flow' }, { start: 'flowMissing' }],
    [{ code: ' ' }, { start: 'codeMissing' }],
    [{ start: 'web', url: 'example.com' }, { start: 'urlWrong' }],
    [{ start: 'web', url: 'javascript:alert(1)' }, { start: 'urlWrong' }],
    [{ start: 'web', url: 'https://example.com' }, {}],
  ] as const)('finds in %j: %j', (item, expected) => {
    expect(checkPart(draftOf(item), 'menu')).toEqual([{ text: undefined, start: undefined, ...expected }]);
  });

  it('finds a code that two entries have', () => {
    const problems = checkPart(draftOf({ code: 'A' }, { code: ' A' }), 'menu');
    expect(problems.map(({ start }) => start)).toEqual(['codeRepeated', 'codeRepeated']);
    expect(hasProblems(problems)).toBe(true);
  });
});

describe('partLimits', () => {
  it('are those of the contract', () => {
    expect(partLimits.iceBreakers.items).toBe(messagingLimits.iceBreakers);
    expect(partLimits.menu.items).toBe(messagingLimits.menuItems);
    const accepts = (length: number) =>
      iceBreakers.shape.sets.safeParse([
        { locale: 'default', items: [{ question: 'x'.repeat(length), payload: 'P' }] },
      ]).success;
    expect([accepts(partLimits.iceBreakers.text), accepts(partLimits.iceBreakers.text + 1)]).toEqual([
      true,
      false,
    ]);
    const acceptsTitle = (length: number) =>
      messengerProfileEndpoints.putPersistentMenu.body?.safeParse({
        menus: [{ items: [{ type: 'postback', title: 'x'.repeat(length), payload: 'P' }] }],
      }).success;
    expect([acceptsTitle(partLimits.menu.text), acceptsTitle(partLimits.menu.text + 1)]).toEqual([
      true,
      false,
    ]);
  });
});

describe('moveItem', () => {
  it.each([
    [0, 2, ['b', 'c', 'a']],
    [2, 0, ['c', 'a', 'b']],
    [1, 1, ['a', 'b', 'c']],
    [0, -1, ['a', 'b', 'c']],
    [2, 3, ['a', 'b', 'c']],
  ])('moves %d to %d', (from, to, expected) => {
    expect(moveItem(['a', 'b', 'c'], from, to)).toEqual(expected);
  });
});
