import { emptyMapping, listMissing, withEntry, type Requirements } from './flow-mapping';

const nothing: Requirements = {
  tags: [],
  attributes: [],
  flows: [],
  posts: [],
  media: [],
  secrets: [],
  integrations: [],
  settings: [],
};

describe('withEntry', () => {
  it('keeps a new name and forgets one that changes nothing', () => {
    const renamed = withEntry(emptyMapping, { kind: 'tags', name: 'vip', value: 'best' });
    expect(renamed.tags).toEqual({ vip: 'best' });
    expect(withEntry(renamed, { kind: 'tags', name: 'vip', value: 'vip' }).tags).toEqual({});
    expect(withEntry(renamed, { kind: 'tags', name: 'vip', value: ' ' }).tags).toEqual({});
  });
});

describe('listMissing', () => {
  const needs: Requirements = {
    ...nothing,
    flows: [
      { flowId: 'here', isIncluded: true, usedBy: [] },
      { flowId: 'elsewhere', isIncluded: false, usedBy: [] },
    ],
    posts: [{ permalink: 'https://www.instagram.com/p/1', usedBy: [] }],
    secrets: [{ key: 'k', header: 'Authorization', isFilled: false, usedBy: [] }],
  };

  it('names what nobody has filled in yet', () => {
    expect(listMissing(needs, emptyMapping)).toEqual(['flows', 'posts', 'secrets']);
    expect(listMissing(nothing, emptyMapping)).toEqual([]);
  });

  it('is content once everything is named', () => {
    const mapping = {
      ...emptyMapping,
      flows: { elsewhere: 'id' },
      posts: { 'https://www.instagram.com/p/1': 'https://www.instagram.com/p/2' },
      secrets: { k: 'Bearer x' },
    };
    expect(listMissing(needs, mapping)).toEqual([]);
  });
});
