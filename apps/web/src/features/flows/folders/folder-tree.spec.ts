import type { FlowFolder } from '@instaflow/contracts';
import { buildFolderTree, canMoveFolder, folderPath, listFolders } from './folder-tree';

const folder = (folderId: string, parentFolderId: string | null = null, name = folderId): FlowFolder => ({
  folderId,
  name,
  parentFolderId,
  instagramAccountId: 'account',
  flowCount: 0,
  createdAt: '2026-01-01T00:00:00.000Z',
});

const folders = [folder('b'), folder('a'), folder('a1', 'a'), folder('a11', 'a1'), folder('lost', 'gone')];
const tree = buildFolderTree(folders);

describe('buildFolderTree', () => {
  it('puts folders below the one they stand in, by name', () => {
    expect(listFolders(tree).map(({ folder: { name }, depth }) => [name, depth])).toEqual([
      ['a', 1],
      ['a1', 2],
      ['a11', 3],
      ['b', 1],
      ['lost', 1],
    ]);
  });

  it('sorts numbers as people count', () => {
    const numbered = buildFolderTree([folder('x', null, 'Week 10'), folder('y', null, 'Week 9')]);
    expect(numbered.map((node) => node.folder.name)).toEqual(['Week 9', 'Week 10']);
  });
});

describe('folderPath', () => {
  it('names the way to a folder', () => {
    expect(folderPath(folders, 'a11')).toEqual(['a', 'a1', 'a11']);
    expect(folderPath(folders, 'unknown')).toEqual([]);
  });
});

describe('canMoveFolder', () => {
  it.each([
    ['into another folder', 'a', 'b', true],
    ['to the top', 'a11', null, true],
    ['into itself', 'a', 'a', false],
    ['into what stands in it', 'a', 'a11', false],
    ['where it is', 'a1', 'a', false],
    ['of which nothing is known', 'unknown', 'a', false],
  ] as const)('says whether a folder may go %s', (_what, folderId, target, expected) => {
    expect(canMoveFolder(tree, { folderId, target })).toBe(expected);
  });

  it('keeps folders from standing deeper than four', () => {
    const deep = buildFolderTree([...folders, folder('b1', 'b'), folder('b11', 'b1')]);
    expect(canMoveFolder(deep, { folderId: 'a11', target: 'b11' })).toBe(true);
    expect(canMoveFolder(deep, { folderId: 'a1', target: 'b11' })).toBe(false);
  });
});
