import { checkNesting } from './check-nesting';

const chain = (...ids: string[]) => ids.map((id, index) => ({ id, parentFolderId: ids[index - 1] ?? null }));
const codeOf = (work: () => void) => {
  try {
    work();
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  }
};
const put = (folders: ReturnType<typeof chain>, id: string | null, parentFolderId: string | null) =>
  codeOf(() => checkNesting(folders, { id, parentFolderId }));

describe('where a folder may stand', () => {
  it('is at most the fourth level, with everything that stands in it', () => {
    const folders = [...chain('a', 'b', 'c'), ...chain('x', 'y')];
    expect(put(folders, null, 'c')).toBeNull();
    expect(put(chain('a', 'b', 'c', 'd'), null, 'd')).toBe('folders_too_deep');
    expect(put(folders, 'x', 'b')).toBeNull();
    expect(put(folders, 'x', 'c')).toBe('folders_too_deep');
    expect(put(folders, 'a', 'y')).toBe('folders_too_deep');
  });

  it('is neither in itself nor in what stands in it', () => {
    for (const parent of ['a', 'b', 'c'])
      expect(put(chain('a', 'b', 'c'), 'a', parent)).toBe('folder_in_itself');
  });

  it('is in a folder that is there, or in none', () => {
    expect(put(chain('a'), 'a', 'gone')).toBe('unknown_folder');
    expect(put(chain('a', 'b'), 'b', null)).toBeNull();
  });

  it('is found out in the end, even when folders stand in a circle already', () => {
    const circle = [
      { id: 'a', parentFolderId: 'b' },
      { id: 'b', parentFolderId: 'a' },
    ];
    expect(put(circle, 'a', 'b')).toBe('folder_in_itself');
    expect(put(circle, null, 'a')).toBeNull();
  });
});
